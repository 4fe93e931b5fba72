import { answerInThread } from "../_components/thread.ts";
import { type Brought, readBrought } from "./read-brought.ts";

/** The thread that reads a text, so that the page stays quick and the reading can be stopped. */
answerInThread((brought: Brought) => readBrought(brought));
