import { whole } from "./numbers.ts";

/** What a thread is doing with a file, and how far it has come. */
export interface Doing {
  /** "Scoring", to stand before the name of the file. */
  readonly what: string;
  readonly file: File;
  readonly began: number;
  readonly rows: number;
  readonly bytes: number;
}

/** How far the reading of a file has come, and the way to stop it. */
export function Progress({ what, file, began, rows, bytes, cancel }: Doing & { cancel: () => void }) {
  const seconds = (performance.now() - began) / 1000;
  const share = file.size === 0 ? 0 : bytes / file.size;
  const left = share > 0 ? (seconds / share) * (1 - share) : undefined;
  return (
    <div className="cohort-progress">
      <p role="status">
        {what} <bdi>{file.name}</bdi>.
      </p>
      <progress max={1} value={share} aria-label="Share of the file that is read" />
      <p className="cohort-note">
        {whole(rows)} rows
        {rows > 0 && `, ${whole(Math.round(rows / Math.max(seconds, 0.001)))} a second`}
        {left !== undefined && `, ${timeWords(left)} left`}
      </p>
      <button type="button" className="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

function timeWords(seconds: number): string {
  const rounded = Math.ceil(seconds);
  return rounded < 60 ? `${rounded} s` : `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}
