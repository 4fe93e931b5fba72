import type { Codebook, FileReading } from "../../../lib/cohort/codebook.ts";
import type { Draft } from "../../../lib/cohort/draft.ts";
import type { Preview } from "../../../lib/cohort/survey.ts";
import type { Surveyed } from "../_run/answer.ts";

/** A file and what was said of its columns so far. */
export interface Book extends Surveyed {
  readonly file: File;
  readonly draft: Draft;
  /** Why the file is not scored as it stands, or could not be read as it was asked for. */
  readonly why: readonly string[];
  /** The codebook that was loaded. */
  readonly loaded?: string;
}

/** A codebook that was loaded, and what its file is called. */
export interface Saved {
  readonly name: string;
  readonly codebook: Codebook;
}

/** What the steps of a codebook ask for. */
export interface BookSteps {
  readonly change: (book: Book) => void;
  /** To read the file anew, in another way; with the codebook that asks for it. */
  readonly survey: (reading: FileReading, saved?: Saved) => void;
  readonly preview: (codebook: Codebook) => void;
  readonly score: (codebook: Codebook) => void;
  readonly back: () => void;
}

/** What a codebook makes of the file. */
export interface Previewed {
  readonly codebook: Codebook;
  readonly preview: Preview;
}

/** The draft for a file that was read anew: of columns that it has no more, nothing is said any more. */
export function draftFor(draft: Draft, { survey }: Surveyed): Draft {
  const names = new Set(survey.profiles.map(({ name }) => name));
  return new Map([...draft].filter(([name]) => names.has(name)));
}
