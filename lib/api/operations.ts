import type { ProblemKind } from "./problem.ts";

/** What stands in the path of an address, or behind its question mark. */
export interface Parameter {
  readonly name: string;
  readonly is: string;
  /** In the query, where it may be left out; the values that it takes. */
  readonly oneOf?: readonly string[];
}

/** One address of the HTTP interface, as the OpenAPI document and the page for developers describe it. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly detail: string;
  /** Names of schemas in the OpenAPI document. */
  readonly input?: string;
  /** Absent where the answer has no body. */
  readonly output?: string;
  /** Media type of the answer; JSON unless said. */
  readonly type?: string;
  /** Of the answer; 200 unless said. */
  readonly status?: 201 | 204;
  readonly parameters?: readonly Parameter[];
  /** Of a teaching round: what it answers belongs to a room, and is neither constant nor readable from other sites. */
  readonly round?: {
    /** Whose token is needed. */
    readonly token: "nobody's" | "a voter's" | "a presenter's" | "anybody's";
  };
  readonly problems: readonly ProblemKind[];
  /** True for what is another answer each time that it is asked for, and is not to be kept. */
  readonly changes?: true;
}

const KEPT = "Changes only with a release: carries an ETag, and may be kept for five minutes.";

const CODE: Parameter = { name: "code", is: "The code of the room" };
const AS: Parameter = {
  name: "as",
  is: "As what to look at the room; a voter unless said. A presenter may look as a screen.",
  oneOf: ["presenter", "screen", "voter"],
};
const BODY = ["round-not-readable", "body-too-slow", "body-too-large", "media-type"] as const;
const ROOM = ["no-such-room", "not-yours", "rooms-unavailable"] as const;

/** The addresses of teaching rounds. */
const ROUNDS: readonly Operation[] = [
  {
    id: "openRoom",
    method: "post",
    path: "/api/v1/rounds",
    summary: "Opens a room for a prepared round",
    detail:
      "Works out the choices, the key and what each answer makes of the patient, once. The answer has the code of the " +
      "room and the token of its presenter, and sets the presenter's cookie. At most 500 kB.",
    input: "PreparedRound",
    output: "RoomOpened",
    status: 201,
    round: { token: "nobody's" },
    problems: [...BODY, "not-yours", "rooms-unavailable", "rooms-full"],
  },
  {
    id: "canKeepRooms",
    method: "get",
    path: "/api/v1/rounds",
    summary: "Whether rooms can be kept here",
    detail: "A problem says why not. Everything but rounds works without them.",
    output: "RoundsHere",
    round: { token: "nobody's" },
    problems: ["not-yours", "rooms-unavailable"],
  },
  {
    id: "getRoomDoor",
    method: "get",
    path: "/api/v1/rounds/{code}",
    summary: "What is read before joining",
    detail:
      "Sets the voter's cookie in a browser; a program chooses a token of its own, 22 letters, digits, hyphens and " +
      "underscores at random. A code that is typed in another way is answered with the address of the room (308). A " +
      "room that has ended answers only those who were in it.",
    parameters: [CODE],
    output: "RoomDoor",
    round: { token: "nobody's" },
    problems: ["no-such-room", "rooms-unavailable"],
  },
  {
    id: "eraseRoom",
    method: "delete",
    path: "/api/v1/rounds/{code}",
    summary: "Erases a room now, with everything in it",
    detail: "Without this it is erased 24 hours after the last action in it.",
    parameters: [CODE],
    status: 204,
    round: { token: "a presenter's" },
    problems: ROOM,
  },
  {
    id: "joinRoom",
    method: "put",
    path: "/api/v1/rounds/{code}/voter",
    summary: "Joins a room as a voter",
    detail: "At any moment. Sent again with the same token, it is the same voter.",
    parameters: [CODE],
    output: "RoomJoined",
    round: { token: "a voter's" },
    problems: [...ROOM, "not-now"],
  },
  {
    id: "vote",
    method: "put",
    path: "/api/v1/rounds/{code}/votes/{question}/{ballot}",
    summary: "Gives a vote, in the place of what this voter gave before",
    detail:
      "Answered only when it is on the disk. There is one vote for one voter, question and ballot, whatever is retried.",
    parameters: [
      CODE,
      { name: "question", is: "The id of the question before the room" },
      { name: "ballot", is: "1 before the discussion, 2 after it" },
    ],
    input: "RoomVote",
    output: "RoomVoteKept",
    round: { token: "a voter's" },
    problems: [...BODY, ...ROOM, "not-found", "not-now"],
  },
  {
    id: "commandRoom",
    method: "put",
    path: "/api/v1/rounds/{code}/command",
    summary: "Carries out what a presenter presses",
    detail: "A move names the phase that it was pressed on, so that it is carried out once however often it is sent.",
    parameters: [CODE],
    input: "RoomCommand",
    output: "RoomDone",
    round: { token: "a presenter's" },
    problems: [...BODY, ...ROOM, "not-found", "not-now"],
  },
  {
    id: "makeHostLink",
    method: "post",
    path: "/api/v1/rounds/{code}/links",
    summary: "Gives another token of a presenter",
    detail: "For a host link, with which another window takes control, or a second presenter.",
    parameters: [CODE],
    output: "RoomHostLink",
    status: 201,
    round: { token: "a presenter's" },
    problems: ROOM,
  },
  {
    id: "getAddresses",
    method: "get",
    path: "/api/v1/rounds/{code}/addresses",
    summary: "The addresses of this machine, by which phones may reach it",
    detail:
      "For a presenter who sits at the machine: nobody who came over the network or through a proxy is told them, nor anybody where PUBLIC_ORIGIN names the address of the app.",
    parameters: [CODE],
    output: "MachineAddresses",
    round: { token: "a presenter's" },
    problems: ROOM,
  },
  {
    id: "hostRoom",
    method: "put",
    path: "/api/v1/rounds/{code}/presenter",
    summary: "Makes this browser a presenter's",
    detail: "Sets the presenter's cookie, by the token of a host link.",
    parameters: [CODE],
    output: "RoomHosted",
    round: { token: "a presenter's" },
    problems: ROOM,
  },
  {
    id: "getRoomView",
    method: "get",
    path: "/api/v1/rounds/{code}/view",
    summary: "The whole view of whoever asks",
    detail:
      "For those who cannot hold a stream, every few seconds. No answer of others is in a voter's view before the vote " +
      "is closed, and nobody's answer is ever in another's under a name or a number.",
    parameters: [CODE, AS],
    output: "RoomView",
    round: { token: "anybody's" },
    problems: ROOM,
  },
  {
    id: "listenToRoom",
    method: "get",
    path: "/api/v1/rounds/{code}/events",
    summary: "The same view as server-sent events",
    detail:
      "An event `view` with the whole view whenever it changes, at most four times a second; `beat` every ten seconds, " +
      "as a sign of life; `erased` at the end. A proxy must neither gather nor compress it.",
    parameters: [CODE, AS],
    output: "RoomEvents",
    type: "text/event-stream",
    round: { token: "anybody's" },
    problems: ROOM,
  },
  {
    id: "getRoundResults",
    method: "get",
    path: "/api/v1/rounds/{code}/results",
    summary: "The whole round in one file",
    detail:
      "As JSON, or as CSV with `as=csv`. It has lines for single voters only where the round says so at its door.",
    parameters: [CODE, { name: "as", is: "The kind of the file; JSON unless said", oneOf: ["json", "csv"] }],
    output: "RoundResults",
    round: { token: "a presenter's" },
    problems: ROOM,
  },
];

/** Every address, in the order in which a reader meets them. */
export const OPERATIONS: readonly Operation[] = [
  {
    id: "score",
    method: "post",
    path: "/api/v1/score",
    summary: "The result of every criteria set for one record",
    detail:
      "Takes one record, at most 1 MB of JSON in UTF-8. A finding that is not listed is unknown. " +
      "Answers with the same bytes as the command line. When the record has an error, the results are withheld and " +
      "the issues say what was read, where, and what would be accepted.",
    input: "Record",
    output: "Result",
    problems: ["record-not-readable", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "listSets",
    method: "get",
    path: "/api/v1/sets",
    summary: "The criteria sets",
    detail: KEPT,
    output: "SetList",
    problems: ["method-not-allowed"],
  },
  {
    id: "getSet",
    method: "get",
    path: "/api/v1/sets/{id}",
    summary: "One criteria set as data",
    detail: KEPT,
    parameters: [{ name: "id", is: "The id of a set, as the list of sets gives it" }],
    output: "CriteriaSet",
    problems: ["not-found"],
  },
  {
    id: "listFindings",
    method: "get",
    path: "/api/v1/findings",
    summary: "Findings and tests that a record can hold, and which sets read them",
    detail: KEPT,
    output: "Findings",
    problems: ["method-not-allowed"],
  },
  {
    id: "getQuestionnaire",
    method: "get",
    path: "/api/v1/fhir/Questionnaire/{id}",
    summary: "A set, or the whole record, as a FHIR R4 Questionnaire that computes its score",
    detail:
      "Questions are linked by the ids of findings and carry LOINC and SNOMED CT codes. The score, with what is not " +
      `known counted as not met, is FHIRPath in the extensions of Structured Data Capture. ${KEPT}`,
    parameters: [{ name: "id", is: "The id of a set, or sle-record for everything that a record can hold" }],
    output: "FhirResource",
    type: "application/fhir+json",
    problems: ["not-found"],
  },
  {
    id: "listCdsServices",
    method: "get",
    path: "/api/v1/cds-services",
    summary: "The CDS Hooks services",
    detail: `Discovery of CDS Hooks 2.0. ${KEPT}`,
    output: "CdsServices",
    problems: ["method-not-allowed"],
  },
  {
    id: "callCdsService",
    method: "post",
    path: "/api/v1/cds-services/{id}",
    summary: "What the laboratory values of a chart already count",
    detail:
      "A call of the hook patient-view, with the Observations prefetched, at most 5 MB. Cards give the points that " +
      "laboratory values make on their own. They never give a verdict: clinical findings are a clinician's to confirm. " +
      "They say what was left out, what could not be read and that there is a further page, also where nothing counts.",
    parameters: [{ name: "id", is: "The id of a service, as discovery gives it" }],
    input: "CdsRequest",
    output: "CdsCards",
    problems: ["hook-not-readable", "not-found", "prefetch-missing", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "countCdsFeedback",
    method: "post",
    path: "/api/v1/cds-services/{id}/feedback",
    summary: "Feedback on cards",
    detail:
      "Feedback of CDS Hooks 2.0 on at most 1,000 cards. Counted by outcome and by the reason offered in the card; " +
      "nothing else of it is kept. Answers with the counts since the server was started.",
    parameters: [{ name: "id", is: "The id of a service, as discovery gives it" }],
    input: "CdsFeedback",
    output: "CdsFeedbackCounts",
    problems: ["feedback-not-readable", "not-found", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "getCdsFeedback",
    method: "get",
    path: "/api/v1/cds-services/{id}/feedback",
    summary: "How often cards were followed or put aside",
    detail: "Counts since the server was started, by outcome and by the reason offered in the card.",
    parameters: [{ name: "id", is: "The id of a service, as discovery gives it" }],
    output: "CdsFeedbackCounts",
    problems: ["not-found"],
    changes: true,
  },
  {
    id: "recordSchema",
    method: "get",
    path: "/api/v1/schema/record",
    summary: "JSON Schema of a record, sle-record/1",
    detail: KEPT,
    output: "JsonSchema",
    type: "application/schema+json",
    problems: ["method-not-allowed"],
  },
  {
    id: "resultSchema",
    method: "get",
    path: "/api/v1/schema/result",
    summary: "JSON Schema of a result, sle-result/1",
    detail: KEPT,
    output: "JsonSchema",
    type: "application/schema+json",
    problems: ["method-not-allowed"],
  },
  {
    id: "openApi",
    method: "get",
    path: "/api/v1/openapi.json",
    summary: "This interface as an OpenAPI 3.1 document",
    detail: KEPT,
    output: "JsonSchema",
    problems: ["method-not-allowed"],
  },
  ...ROUNDS,
];
