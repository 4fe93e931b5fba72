"use client";

import { BrokenPage } from "../_record/broken-page.tsx";
import { practiceKeys } from "./_store/keys.ts";

/** For a page of practice that threw. The menu and the other pages stay. */
export default function PracticeError() {
  return <BrokenPage keys={practiceKeys} />;
}
