import { type Asked, answer, type Said, type Scored } from "./answer.ts";

/** The thread that reads a cohort, so that the page stays quick and the reading can be stopped. */
addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  // The page hears of what is thrown, and not of a rejected promise.
  void answer(data, say).catch((cause: unknown) =>
    setTimeout(() => {
      throw cause;
    }),
  );
});

function say(said: Said): void {
  postMessage(said, { transfer: said.kind === "scored" ? memoryOf(said.scored) : [] });
}

/** What goes over to the page and is not copied. */
function memoryOf({ columns, again }: Scored): ArrayBuffer[] {
  const { sets, issues, ids, idEnds, kept } = columns;
  const starts = again.kind === "rows" ? [again.starts] : [];
  return [...[...sets, ...kept].map(({ codes }) => codes), issues.codes, ids, idEnds, ...starts].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
