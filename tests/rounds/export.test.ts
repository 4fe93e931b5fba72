import { describe, expect, it } from "vitest";
import { versionWords } from "../../lib/definition/identity.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { roundCsv, roundExport } from "../../lib/rounds/export.ts";
import { PHASES, TABLE } from "../../lib/rounds/phases.ts";
import { phaseOf, type Room } from "../../lib/rounds/room.ts";
import type { PreparedRound } from "../../lib/rounds/round.ts";
import { definitions, identity, prepared, roomFor, vote } from "./support.ts";

const asks = [{ kind: "finding", finding: "oral-ulcers" }] as const;
const VOTES = [vote(1, "counts"), vote(2, "explained:infection", { certainty: 3 })];

const shown = (round: PreparedRound): Room => ({ ...roomFor(round), phases: { q1: "shown" } });
const exportOf = (room: Room, votes = VOTES) => roundExport(room, votes, 2, definitions, identity);

function csvOf(words: string, numbered: boolean): string {
  const round = prepared(asks, { numbered });
  const room = shown({ ...round, questions: round.questions.map((question) => ({ ...question, words })) });
  return roundCsv(room, exportOf(room));
}

describe("exports of a round", () => {
  it("hold no line for a person unless the round is numbered", () => {
    expect(exportOf(shown(prepared(asks))).votes).toBeUndefined();
    expect(exportOf(shown(prepared(asks, { numbered: true }))).votes).toEqual(VOTES);
    const voters = (csv: string) =>
      csv
        .split("\r\n")
        .slice(1, -3)
        .map((line) => line.split(",")[3])
        .filter(Boolean);
    expect(voters(csvOf("Ulcers", false))).toEqual([]);
    expect(voters(csvOf("Ulcers", true))).toEqual(["1", "2"]);
  });

  it.each(["=1+1", "\uff1d1+1", "\n=1", "+1", "-1", "@sum", "  =1", "\t=1"])(
    "write no cell that a spreadsheet runs: %s",
    (words) => {
      const rows = csvOf(words, true).split("\r\n");
      for (const row of rows.slice(1, -3)) expect(row).toMatch(/^q1,"?'/);
    },
  );

  it.each(PHASES)("hold, in phase %s, only votes that may be seen then", (phase) => {
    const room: Room = { ...roomFor(prepared(asks, { numbered: true })), phases: { q1: phase } };
    const both = [...VOTES, vote(1, "absent", { ballot: 2 }), vote(2, "absent", { ballot: 2 })];
    const found = exportOf(room, both);
    const seen = both.filter(({ ballot }) => TABLE[phaseOf(room, "q1")].seen.includes(ballot));
    expect(found.votes).toEqual(seen);
    expect(found).toEqual(exportOf(room, seen));
    const counted = found.summary.questions.flatMap(({ first, second }) => [first.answered, second.answered]);
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(seen.length);
    expect(roundCsv(room, found)).toBe(roundCsv(room, exportOf(room, seen)));
  });

  it("say by which app and which definitions the key was made, also after the app was renewed", () => {
    const room = shown(prepared(asks));
    const renewed = roundExport(room, VOTES, 2, definitions, {
      version: "9.9.9",
      definitions: `sha256:${"0".repeat(64)}`,
    });
    expect(renewed.app).toEqual(identity);
    expect(roundCsv(room, renewed).split("\r\n").at(-3)).toContain(versionWords(identity));
  });

  it("end with the statement", () => {
    const rows = csvOf("Ulcers", false).split("\r\n");
    expect(rows.at(-2)).toContain(STATEMENT.split(",")[0]);
    expect(exportOf(shown(prepared(asks))).statement).toBe(STATEMENT);
  });

  it("quote what holds a comma, a quotation mark or a line's end", () => {
    expect(csvOf('Is it "oral", or\nnasal?', false)).toContain('"Is it ""oral"", or\nnasal?"');
  });
});
