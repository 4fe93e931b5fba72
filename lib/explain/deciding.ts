import type { SetNotice, SetResult } from "../scoring/result.ts";

/** Whether a notice tells what the outcome rests on, so that it belongs beside the verdict and not in a list. */
function isDeciding({ decides, decidesWith }: SetNotice): boolean {
  return decides === true || decidesWith !== undefined;
}

/** What is to be said beside the verdict. */
export function decidingLines({ notices }: Pick<SetResult, "notices">): string[] {
  return notices.filter(isDeciding).map(({ message }) => message);
}

/** What may stand in a list further down. */
export function otherNotices({ notices }: Pick<SetResult, "notices">): readonly SetNotice[] {
  return notices.filter((notice) => !isDeciding(notice));
}
