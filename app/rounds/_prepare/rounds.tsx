"use client";

import dynamic from "next/dynamic";
import "./prepare.css";

/** What prepares a round reads every definition and case, so it comes after the page is there. */
const Prepare = dynamic(() => import("./prepare.tsx").then((all) => all.Prepare), {
  ssr: false,
  loading: () => <p role="status">Loading the cases.</p>,
});

export function Rounds() {
  return <Prepare />;
}
