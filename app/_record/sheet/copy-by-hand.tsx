/** What the browser did not let the app copy, to be copied by whoever wants it. */
export function CopyByHand({ what, text }: { what: string; text: string }) {
  return (
    <label className="flex flex-col gap-1 text-small">
      The browser did not let the app copy the {what}. Copy it from here:
      <textarea readOnly rows={6} className="field" value={text} onFocus={(event) => event.target.select()} />
    </label>
  );
}
