"use client";

import { SoonFailed, soon } from "../_calculator/soon.tsx";
import { NoticesIn } from "./notices-in.tsx";

const parts = {
  QuietNotices: soon((code) => code.QuietNotices),
  SessionNotice: soon((code) => code.SessionNotice),
};

/** As `NoticesIn`, with parts that come after the first paint. */
export function Notices() {
  return (
    <>
      <SoonFailed />
      <NoticesIn {...parts} />
    </>
  );
}
