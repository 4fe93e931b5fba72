import { type DragEvent, useId } from "react";

interface Choice {
  readonly take: (file: File) => void;
  readonly isBusy: boolean;
  readonly hasOne: boolean;
}

/** Takes a file that is chosen, or dropped on it. */
export function Choose({ take, isBusy, hasOne }: Choice) {
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) take(file);
  };
  return (
    <section
      aria-label="Choose a file"
      className="cohort-choose"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <label htmlFor={id}>
        {hasOne
          ? "Another file, chosen or dropped here"
          : "CSV file, chosen or dropped here; Excel (.xlsx) and Parquet are read as well"}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.parquet,text/csv"
        className="cohort-file"
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) take(file);
        }}
      />
    </section>
  );
}
