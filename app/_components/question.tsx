"use client";

/** Asks before something is taken away; the focus goes to the answer, and back is one Escape or one press away. */
export function Question({
  title,
  words,
  yes,
  no,
  choose,
}: {
  title: string;
  words: string;
  yes: string;
  no: string;
  choose: (sure: boolean) => void;
}) {
  return (
    <fieldset className="flex w-full flex-wrap items-center gap-3 bg-attention-soft px-3 py-2 text-small whitespace-normal">
      <legend className="sr-only">{title}</legend>
      <p className="w-full">{words}</p>
      <button type="button" className="button" ref={(button) => button?.focus()} onClick={() => choose(true)}>
        {yes}
      </button>
      <button type="button" className="button" onClick={() => choose(false)}>
        {no}
      </button>
    </fieldset>
  );
}
