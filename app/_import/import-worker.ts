import { type Input, readImport } from "./read-import.ts";

/** The thread that reads an import, so that the page stays quick and the reading can be stopped. */
addEventListener("message", ({ data }: MessageEvent<Input>) => {
  void readImport(data).then((imported) => postMessage(imported));
});
