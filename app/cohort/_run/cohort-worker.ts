import { type Asked, answer, type Said } from "./answer.ts";

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
function memoryOf({ columns, starts }: Extract<Said, { kind: "scored" }>["scored"]): ArrayBuffer[] {
  const { sets, issues, ids, idEnds, kept } = columns;
  return [...[...sets, ...kept].map(({ codes }) => codes), issues.codes, ids, idEnds, starts].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
