import { type Brought, readBrought } from "./read-brought.ts";

/** The thread that reads a text, so that the page stays quick and the reading can be stopped. */
addEventListener("message", ({ data }: MessageEvent<Brought>) => {
  void readBrought(data).then((read) => postMessage(read));
});
