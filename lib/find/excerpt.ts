/** As much of a text as a message shows. */
export function excerpt(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, " ");
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
