/** Numbers in words, as far as durations and counts need them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  several: 3,
  few: 3,
  past: 1,
  last: 1,
  half: 0.5,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  sixty: 60,
  ninety: 90,
};

/** What follows a stroke for days, weeks and months in notes, in minutes. */
export const IN_PARTS: Readonly<Record<string, number>> = { "7": 1440, "52": 10080, "12": 43200 };

/** Units of time in minutes, as they are compared. */
export const MINUTES: Readonly<Record<string, number>> = {
  min: 1,
  minute: 1,
  hour: 60,
  hr: 60,
  h: 60,
  day: 1440,
  d: 1440,
  dy: 1440,
  week: 10080,
  wk: 10080,
  month: 43200,
  mth: 43200,
  mo: 43200,
  year: 525600,
  yr: 525600,
};
