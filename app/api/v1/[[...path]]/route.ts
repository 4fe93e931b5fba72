import { problem } from "../../../../lib/api/problem.ts";
import { problemAnswer } from "../_http/answer.ts";

/** Every address of the interface where there is nothing: a program is answered as it is elsewhere, not with a page. */
const nothing = () =>
  problemAnswer(problem("not-found", "There is nothing at this address; /api/v1/openapi.json lists what there is."));

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
