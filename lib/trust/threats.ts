import type { Flow, Threat } from "./types.ts";

/** Where data go, all of it. What is not named goes nowhere. */
export const flows: readonly Flow[] = [
  {
    from: "the server",
    to: "the browser",
    what: "pages, scripts, definitions",
    when: "when a page is opened; later from what the browser kept",
  },
  {
    from: "the user",
    to: "the browser",
    what: "findings and values",
    when: "when they are entered; kept on the device until they are erased",
  },
  {
    from: "the browser",
    to: "paper, a file, a note, a link",
    what: "the record with its result",
    when: "only when the user makes one",
  },
  {
    from: "a program",
    to: "the server",
    what: "a record to be scored",
    when: "only when it is sent; answered and forgotten",
  },
  {
    from: "a server of records",
    to: "the browser",
    what: "a patient's chart",
    when: "only on the launch page, from servers that the operator named",
  },
  {
    from: "the presenter of a round",
    to: "the server, and from there the phones",
    what: "the case of the round with its record, and the questions",
    when: "when a room is opened on purpose; kept until a day after its last action",
  },
  {
    from: "an electronic record (CDS Hooks)",
    to: "the server",
    what: "a patient's results",
    when: "when that record asks for a card; answered and forgotten",
  },
  {
    from: "phones in a round",
    to: "the server",
    what: "votes under numbers",
    when: "in a teaching round; kept until a day after its last action",
  },
];

/** Who could do what, and what stands against it. */
export const threats: readonly Threat[] = [
  {
    id: "T1",
    threat: "A record leaves the device without the user's doing",
    controls: [
      {
        says: "No page sends a record anywhere but the case of a round that is opened on purpose; every request of a long session is watched for it.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "nothing of the record is ever sent: not by a link, an answer, a note, a file or a reload",
        },
      },
      {
        says: "Nothing is asked of another origin.",
        provedBy: {
          file: "tests/browser/origins.test.ts",
          title: "a long session asks nobody else for anything, and sends nobody anything",
        },
      },
      {
        says: "What keeps the app for use without a network keeps nothing of a record.",
        provedBy: { file: "tests/browser/offline.test.ts", title: "nothing of a record is in what the worker keeps" },
      },
    ],
    remains:
      "Whoever uses the same profile of the browser can read what is kept there; so can an extension with access to the page.",
  },
  {
    id: "T2",
    threat: "A foreign script runs in a page",
    controls: [
      {
        says: "A policy allows the scripts of the page alone, by their hashes.",
        provedBy: {
          file: "tests/browser/security.test.ts",
          title: "an inline script that was not part of the page is refused",
        },
      },
      {
        says: "Markup in what is pasted or imported is shown as text.",
        provedBy: {
          file: "tests/browser/import.test.ts",
          title: "pasted text that cannot be read says why, and markup in it is only shown",
        },
      },
    ],
    remains: "Whoever controls the server controls the app.",
  },
  {
    id: "T3",
    threat: "A record is changed on its way",
    controls: [
      {
        says: "A link with a changed character opens nothing.",
        provedBy: { file: "tests/share/link.test.ts", title: "a link with any one bit flipped loads nothing" },
      },
      {
        says: "A file with mistakes says where each is and changes nothing.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "a file with mistakes says where each is and what would be accepted, and changes nothing",
        },
      },
    ],
    remains:
      "The check finds accidents. It is no signature: somebody can make a link or a file that says something else.",
  },
  {
    id: "T4",
    threat: "The server is brought to a standstill, or made to hold on to what it was sent",
    controls: [
      {
        says: "What is answered costs time only in proportion to its length.",
        provedBy: { file: "tests/api/growth.test.ts", title: "time grows with the length of what is sent" },
      },
      {
        says: "A body without end is cut off.",
        provedBy: { file: "tests/browser/api.test.ts", title: "a body of unknown length is cut off at the limit" },
      },
      {
        says: "Nothing is held on to, however much is scored.",
        provedBy: { file: "tests/api/memory.test.ts", title: "the more is scored, the more is not held on to" },
      },
    ],
    remains:
      "There is no limit of requests by address: a lecture hall has one. That is for what stands before the server.",
  },
  {
    id: "T5",
    threat: "What is sent to the server is read in its logs",
    controls: [
      {
        says: "Nothing that is sent is printed.",
        provedBy: {
          file: "tests/browser/withheld.test.ts",
          title: "nothing that is sent is printed, in whatever part of a request it stands",
        },
      },
    ],
    remains: "What stands before the server may keep a log of its own.",
  },
  {
    id: "T6",
    threat: "Somebody enters a teaching round, votes for others, or learns who answered what",
    controls: [
      {
        says: "Who answered what is never shown, in any phase.",
        provedBy: { file: "tests/rounds/view.test.ts", title: "never says who answered what, in phase" },
      },
      {
        says: "No token of one room opens another, and none of a voter becomes a presenter's.",
        provedBy: {
          file: "tests/rounds/store.test.ts",
          title: "let no token of one room into another, and none of a voter become a presenter's by joining",
        },
      },
      {
        says: "A room is erased with everything in it.",
        provedBy: {
          file: "tests/rounds/store.test.ts",
          title: "are erased with everything in them, at once or after their time",
        },
      },
    ],
    remains: "Whoever has the code can join and read the case; a made-up case is the right one for a hall.",
  },
  {
    id: "T7",
    threat: "A package brings something with it",
    controls: [
      {
        says: "No script of a package runs at install but the one that is named.",
        provedBy: {
          file: "tests/scripts/dependencies.test.ts",
          title: "no package runs a script at install but those that are named",
        },
      },
      {
        says: "Versions are pinned.",
        provedBy: { file: "tests/scripts/dependencies.test.ts", title: "versions are pinned exactly" },
      },
      {
        says: "Licenses are listed and permissive, with every exception named.",
        provedBy: {
          file: "tests/scripts/dependencies.test.ts",
          title: "the license of everything that the app runs on is permissive, or an exception that is named",
        },
      },
    ],
    remains: "A package that was bad in the very version that is pinned.",
  },
  {
    id: "T8",
    threat: "A server of records that is not the hospital's own is asked for a chart",
    controls: [
      {
        says: "Only servers that the operator named are asked.",
        provedBy: {
          file: "tests/browser/launch.test.ts",
          title: "a record that the app is not set up for is not asked, and the policy names no other",
        },
      },
    ],
    remains: "What a named server does with its own log.",
  },
];
