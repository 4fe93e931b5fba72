import type { InView } from "../../lib/fhir/import/in-view.ts";
import { answerInThread } from "../_components/thread.ts";
import { type Input, readImport } from "./read-import.ts";

/** The thread that reads an import, so that the page stays quick and the reading can be stopped. */
answerInThread(({ input, inView }: Asked) => readImport(input, inView));

/** What the page asks for: an input, and where a chart is open, whose it is. */
export interface Asked {
  readonly input: Input;
  readonly inView?: InView | undefined;
}
