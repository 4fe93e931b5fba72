import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import {
  type Attempt,
  byDomain,
  byRule,
  calibration,
  frequentMisreadings,
  merged,
  momentOf,
  NO_PROGRESS,
  type Progress,
  readProgress,
  withAttempt,
  writeProgress,
} from "../../lib/practice/progress.ts";
import { dueCount, nextDue, nextRules, schedule } from "../../lib/practice/queue.ts";

const RASH = "eular-acr-2019/acute-cutaneous-lupus";
const ULCERS = "eular-acr-2019/oral-ulcers";
const FEVER = "eular-acr-2019/fever";

function attempt(at: string, rules: Attempt["rules"], sure = 80, right = true): Attempt {
  return { at: `${at}T09:00:00.000Z`, case: `case ${at}`, set: "eular-acr-2019", sure, right, rules, misreadings: [] };
}

const progress: Progress = {
  format: "sle-practice/1",
  attempts: [
    attempt("2026-01-01", [
      { rule: RASH, right: true },
      { rule: ULCERS, right: false },
    ]),
    attempt("2026-01-02", [{ rule: RASH, right: true }], 100),
    attempt("2026-01-03", [{ rule: ULCERS, right: true }], 100, false),
  ],
};

describe("progress", () => {
  test("is read back as it was written", () => {
    expect(readProgress(writeProgress(progress))).toEqual({ progress });
  });

  test.each([
    ["text that is no JSON", "not JSON", "not JSON"],
    ["another file", "{}", "not a practice file"],
    ["a newer version", '{"format":"sle-practice/2","attempts":[]}', "another version"],
    [
      "an attempt with an impossible certainty",
      writeProgress({ ...progress, attempts: [attempt("2026-01-01", [], 140)] }),
      "damaged",
    ],
  ])("refuses %s and says so", (_, text, says) => {
    expect(readProgress(text)).toEqual({ problem: expect.stringContaining(says) });
  });

  test("importing the same history twice changes nothing", () => {
    expect(merged(progress, progress)).toEqual(progress);
    expect(merged(NO_PROGRESS, progress)).toEqual(progress);
  });

  test("a history that is full lets the oldest answer go, so that it can always be read back", () => {
    const one = attempt("2026-01-01", []);
    const full: Progress = { ...NO_PROGRESS, attempts: Array.from({ length: 20_000 }, () => one) };
    const longer = withAttempt(full, attempt("2026-02-01", []));
    expect(longer.attempts).toHaveLength(20_000);
    expect(longer.attempts.at(-1)?.at).toContain("2026-02-01");
    expect(readProgress(writeProgress(longer))).toHaveProperty("progress");
  });

  test("the weakest rule comes first, and a rule that was never tried is left out", () => {
    expect(byRule(progress, definitions)).toMatchObject([
      { id: ULCERS, right: 1, tried: 2 },
      { id: RASH, right: 2, tried: 2 },
    ]);
  });

  test("a domain takes the rules of its criteria together", () => {
    expect(byDomain(progress, definitions)).toMatchObject([{ id: "eular-acr-2019/mucocutaneous", right: 3, tried: 4 }]);
  });

  test("calibration counts the right verdicts at each certainty", () => {
    expect(calibration(progress)).toEqual([
      { sure: 80, right: 1, given: 1 },
      { sure: 100, right: 1, given: 2 },
    ]);
  });

  test("the misreading that explains most comes first", () => {
    const with_ = (...misreadings: string[]) => ({ ...attempt("2026-01-01", []), misreadings });
    const attempts = [with_("a"), with_("b", "a"), with_("b"), with_("b")];
    expect(frequentMisreadings({ ...progress, attempts })).toEqual([
      { set: "eular-acr-2019", id: "b", times: 3 },
      { set: "eular-acr-2019", id: "a", times: 2 },
    ]);
  });

  test("one name counts for each set by itself", () => {
    const by = (set: string, ...misreadings: string[]) => ({ ...attempt("2026-01-01", []), set, misreadings });
    const attempts = [by("slerpi", "a"), by("acr-1997", "a"), by("slerpi", "a", "b")];
    expect(frequentMisreadings({ ...progress, attempts })).toEqual([
      { set: "slerpi", id: "a", times: 2 },
      { set: "acr-1997", id: "a", times: 1 },
      { set: "slerpi", id: "b", times: 1 },
    ]);
  });
});

describe("the queue", () => {
  const onDay = (day: string) => new Date(`${day}T09:30:00.000Z`);

  test("brings a rule that was missed back before one that was right", () => {
    const missed: Progress = {
      ...NO_PROGRESS,
      attempts: [
        attempt("2026-01-01", [
          { rule: RASH, right: true },
          { rule: FEVER, right: false },
        ]),
      ],
    };
    expect(schedule(missed, definitions).map(({ rule }) => rule.id)).toEqual([FEVER, RASH]);
  });

  test("waits longer after each success", () => {
    const once = schedule(
      { ...NO_PROGRESS, attempts: [attempt("2026-01-01", [{ rule: RASH, right: true }])] },
      definitions,
    );
    const often: Progress = {
      ...NO_PROGRESS,
      attempts: ["2026-01-01", "2026-01-02", "2026-01-08"].map((day) => attempt(day, [{ rule: RASH, right: true }])),
    };
    const wait = (from: string, due: Date | undefined) => (due?.getTime() ?? 0) - onDay(from).getTime();
    expect(wait("2026-01-08", schedule(often, definitions)[0]?.due)).toBeGreaterThan(wait("2026-01-01", once[0]?.due));
  });

  test("the same history gives the same queue", () => {
    expect(schedule(progress, definitions)).toEqual(schedule(structuredClone(progress), definitions));
  });

  test("a rule that is due comes before those that were never tried", () => {
    const next = nextRules(progress, definitions, ["eular-acr-2019"], 4, onDay("2027-01-01"));
    expect(next.map(({ id }) => id)).toEqual(expect.arrayContaining([RASH, ULCERS]));
    expect(next).toHaveLength(4);
    expect(dueCount(progress, definitions, onDay("2027-01-01"))).toBe(2);
    expect(nextDue(progress, definitions, onDay("2027-01-01"))).toBeUndefined();
    const [first] = schedule(progress, definitions);
    expect(nextDue(progress, definitions, new Date((first?.due.getTime() ?? 0) - 1))).toEqual(first?.due);
  });

  test("neighbors come from different domains", () => {
    const next = nextRules(NO_PROGRESS, definitions, ["eular-acr-2019"], 10, onDay("2026-01-01"));
    const domains = next.map(
      ({ set, criterion }) => set.domains.find(({ criteria }) => criteria.some(({ id }) => id === criterion))?.id,
    );
    expect(domains.filter((domain, position) => position > 0 && domain === domains[position - 1])).toEqual([]);
  });
});

describe("a clock that cannot be trusted", () => {
  const at = (...times: string[]): Progress => ({
    ...NO_PROGRESS,
    attempts: times.map((time) => ({ ...attempt("2026-01-01", [{ rule: RASH, right: true }]), at: time })),
  });
  const NOW = new Date("2026-06-01T12:00:00.000Z");
  const DAYS = 86_400_000;

  const histories: readonly (readonly [string, Progress])[] = [
    ["steps back over midnight", at("2026-05-02T00:10:00.000Z", "2026-05-01T23:50:00.000Z")],
    ["steps back by years", at("2026-05-02T00:10:00.000Z", "2020-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z")],
    ["stands still", at("2026-05-02T00:10:00.000Z", "2026-05-02T00:10:00.000Z", "2026-05-02T00:10:00.000Z")],
    ["was in 2099 once", at("2026-05-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z")],
    ["was in 2099 from the start", at("2099-01-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z")],
    ["is in 2099 alone", at("2099-01-01T00:00:00.000Z")],
    ["begins in the year 0", at("0000-01-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z")],
    ["ends in the year 9999", at("2026-05-02T00:00:00.000Z", "9999-12-31T23:59:59.999Z")],
    ["gives no time", at("2026-05-02T00:00:00.000Z", "yesterday", "")],
    ["never gave a time", at("", "never")],
    ["is set to winter", at("2026-10-25T01:30:00.000Z", "2026-10-25T00:30:00.000Z")],
  ];

  test.each(histories)("that %s leaves a schedule, a queue and a count", (_, history) => {
    for (const now of [NOW, new Date("2026-10-25T00:45:00.000Z"), undefined]) {
      const [only, ...others] = schedule(history, definitions, now);
      expect(only?.rule.id).toBe(RASH);
      expect(Number.isNaN(only?.due.getTime())).toBe(false);
      expect(others).toEqual([]);
    }
    expect(nextRules(history, definitions, ["eular-acr-2019"], 5, NOW)).toHaveLength(5);
    expect(dueCount(history, definitions, NOW) + (nextDue(history, definitions, NOW) ? 1 : 0)).toBe(1);
  });

  test.each(histories)("that %s puts no rule off beyond a few years", (_, history) => {
    const [only] = schedule(history, definitions, NOW);
    expect(only?.due.getTime()).toBeLessThan(NOW.getTime() + 4 * 365 * DAYS);
  });

  test("one answer from 2099 leaves the due day of what was answered since where it was", () => {
    const since = at("2026-05-01T00:00:00.000Z", "2026-05-20T00:00:00.000Z");
    const other = { ...attempt("2026-01-01", [{ rule: FEVER, right: true }]), at: "2099-01-01T00:00:00.000Z" };
    const both: Progress = { ...since, attempts: [other, ...since.attempts] };
    const due = (history: Progress, now: Date) =>
      schedule(history, definitions, now).map(({ rule, due: day }) => [rule.id, day.getTime()]);
    expect(due(both, NOW)).toContainEqual(due(since, NOW)[0]);
    // Nor does the day on which its own rule is due move along with the clock.
    expect(due(both, new Date(NOW.getTime() + 30 * DAYS))).toEqual(due(both, NOW));
  });

  test("the order in which the answers are stored changes nothing", () => {
    const times = ["2026-01-03T00:00:00.000Z", "2026-01-01T00:00:00.000Z", "2026-02-02T00:00:00.000Z"];
    expect(schedule(at(...times), definitions, NOW)).toEqual(schedule(at(...times.toSorted()), definitions, NOW));
    expect(schedule(at(...times.toReversed()), definitions)).toEqual(schedule(at(...times), definitions));
  });

  test("any times at all leave a schedule", () => {
    fc.assert(
      fc.property(fc.array(fc.date({ noInvalidDate: false }), { maxLength: 12 }), fc.date(), (clocks, now) => {
        const history = at(...clocks.map(momentOf));
        expect(readProgress(writeProgress(history))).toEqual({ progress: history });
        expect(schedule(history, definitions, now)).toHaveLength(clocks.length > 0 ? 1 : 0);
        expect(schedule(history, definitions)).toHaveLength(clocks.length > 0 ? 1 : 0);
      }),
    );
  });
});
