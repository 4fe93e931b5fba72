import type { Metadata } from "next";
import { CONTENT_ID } from "../_components/keep-focus.ts";
import { SiteHeader } from "../_components/site-header.tsx";
import { Rounds } from "./_prepare/rounds.tsx";

export const metadata: Metadata = {
  title: "Teaching rounds",
  description:
    "One patient on a big screen, a room of phones: everybody answers before anybody speaks, and sees what each answer makes of the patient in four criteria sets.",
};

/** Where an educator prepares a round and opens its room. */
export default function Page() {
  return (
    <>
      <SiteHeader />
      <main id={CONTENT_ID} tabIndex={-1} className="prepare">
        <h1 className="prepare-title">Teaching rounds</h1>
        <p>
          One patient on a big screen, and a room of phones. Everybody answers before anybody speaks; the room sees
          where it splits, argues, votes again, and then sees the rule, and what each answer makes of the patient in
          every set.
        </p>
        <p className="prepare-note">
          To take part, scan the code on the screen or open <a href="/join">the page for phones</a>. To show one patient
          without votes, open it in the calculator and choose <a href="/show">Show to a room</a>.
        </p>
        <Rounds />
      </main>
    </>
  );
}
