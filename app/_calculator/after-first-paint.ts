/**
 * What the page does without until it is painted: the reasons, and what only an answer or a problem brings up. One piece
 * of code, which `soon.tsx` fetches right after the first paint. What the page loads first imports none of what it names.
 */
export { BackCloses } from "../_components/back-closes.tsx";
export { EnteredLines, EnteredOpener } from "../_find/entered-lines.tsx";
export { QuietNotices, SessionNotice } from "../_record/notice-kinds.tsx";
export { Paper } from "../_record/paper/paper.tsx";
export { CopyByHand } from "../_record/sheet/copy-by-hand.tsx";
export { Listeners } from "./listeners.tsx";
export { MeasurementList } from "./measurement/list.tsx";
export { Problems, StrangeDays } from "./problems/boxes.tsx";
export { WayToProblem } from "./problems/way-to-problem.tsx";
export { AgainstValues } from "./questions/against-values.tsx";
export { AnswerNotes } from "./questions/answer-notes.tsx";
export { AskedInstead } from "./questions/asked-instead.tsx";
export { Attribution } from "./questions/attribution.tsx";
export { Worths } from "./questions/work-out-worths.ts";
export { ResultRuler } from "./result/result-ruler.tsx";
export { RulerTextures } from "./result/ruler.tsx";
export { SetDetail } from "./result/set-detail.tsx";
