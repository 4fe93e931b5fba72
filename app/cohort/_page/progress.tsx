import { whole } from "./numbers.ts";

/** How far the scoring has come, and the way to stop it. */
export function Progress({
  file,
  began,
  rows,
  bytes,
  cancel,
}: {
  file: File;
  began: number;
  rows: number;
  bytes: number;
  cancel: () => void;
}) {
  const seconds = (performance.now() - began) / 1000;
  const share = file.size === 0 ? 0 : bytes / file.size;
  const left = share > 0 ? (seconds / share) * (1 - share) : undefined;
  return (
    <div className="cohort-progress">
      <p role="status">
        Scoring <bdi>{file.name}</bdi>.
      </p>
      <progress max={1} value={share} aria-label="Share of the file that is scored" />
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
