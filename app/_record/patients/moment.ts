/** A moment as it is said of a patient: "25 Nov, 14:02"; of another year, with the year. */
export function writeMoment(instant: string, now = new Date()): string {
  const time = new Date(instant).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${writeDay(instant, now)}, ${time}`;
}

/** The day of a moment, where the reader is: "25 Nov", or "25 Nov 2025" of another year. */
export function writeDay(instant: string, now = new Date()): string {
  const day = new Date(instant);
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "short", ...year });
}
