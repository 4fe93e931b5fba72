/** Written here: what the browser has for it takes longer the first time than all else that the first answer does. */
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment as it is said of a patient: "25 Nov, 14:02"; of another year, with the year. */
export function writeMoment(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const [hour, minute] = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0"));
  return `${writeDay(instant, now)}, ${hour}:${minute}`;
}

/** The day of a moment, where the reader is: "25 Nov", or "25 Nov 2025" of another year. */
export function writeDay(instant: string, now = new Date()): string {
  const day = new Date(instant);
  const words = `${day.getDate()} ${MONTHS[day.getMonth()]}`;
  return day.getFullYear() === now.getFullYear() ? words : `${words} ${day.getFullYear()}`;
}
