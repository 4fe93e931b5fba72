/** Of a text that was dictated, so many words for a period, and fewer periods than that. */
const FEWEST = 3;
const SIGNS = /[ \t]+(period|full stop|comma|semicolon|colon|new paragraph|next paragraph|new line)\b(?=[ \t]|\n|$)/gi;
const WRITTEN: Readonly<Record<string, string>> = {
  period: ".",
  "full stop": ".",
  comma: ",",
  semicolon: ";",
  colon: ":",
};

/** A dictated text with the signs that were spoken: "no oral ulcers period she has fatigue comma". As long as it was. */
export function withSpokenSigns(text: string): string {
  const spoken = text.match(/[ \t](?:period|full stop)(?=[ \t]|\n|$)/gi)?.length ?? 0;
  if (spoken < FEWEST || spoken <= (text.match(/[a-z]\.(?=\s|$)/gi)?.length ?? 0)) return text;
  return text.replaceAll(SIGNS, (whole, sign: string) => {
    const written = WRITTEN[sign.toLowerCase()];
    return written === undefined ? `\n${" ".repeat(whole.length - 1)}` : written.padEnd(whole.length);
  });
}
