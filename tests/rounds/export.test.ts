import { describe, expect, it } from "vitest";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { roundCsv, roundExport } from "../../lib/rounds/export.ts";
import { definitions, prepared, roomFor, vote } from "./support.ts";

const asks = [{ kind: "finding", finding: "oral-ulcers" }] as const;
const VOTES = [vote(1, "counts"), vote(2, "explained:infection", { certainty: 3 })];

function csvOf(words: string, numbered: boolean): string {
  const round = prepared(asks, { numbered });
  const room = roomFor({ ...round, questions: round.questions.map((question) => ({ ...question, words })) });
  return roundCsv(room, roundExport(room, VOTES, 2, definitions));
}

describe("exports of a round", () => {
  it("hold no line for a person unless the round is numbered", () => {
    expect(roundExport(roomFor(prepared(asks)), VOTES, 2, definitions).votes).toBeUndefined();
    expect(roundExport(roomFor(prepared(asks, { numbered: true })), VOTES, 2, definitions).votes).toEqual(VOTES);
    const voters = (csv: string) =>
      csv
        .split("\r\n")
        .slice(1, -2)
        .map((line) => line.split(",")[3])
        .filter(Boolean);
    expect(voters(csvOf("Ulcers", false))).toEqual([]);
    expect(voters(csvOf("Ulcers", true))).toEqual(["1", "2"]);
  });

  it.each(["=1+1", "\uff1d1+1", "\n=1", "+1", "-1", "@sum", "  =1", "\t=1"])(
    "write no cell that a spreadsheet runs: %s",
    (words) => {
      const rows = csvOf(words, true).split("\r\n");
      for (const row of rows.slice(1, -2)) expect(row).toMatch(/^q1,"?'/);
    },
  );

  it("end with the statement", () => {
    const rows = csvOf("Ulcers", false).split("\r\n");
    expect(rows.at(-2)).toContain(STATEMENT.split(",")[0]);
    expect(roundExport(roomFor(prepared(asks)), VOTES, 2, definitions).statement).toBe(STATEMENT);
  });

  it("quote what holds a comma, a quotation mark or a line's end", () => {
    expect(csvOf('Is it "oral", or\nnasal?', false)).toContain('"Is it ""oral"", or\nnasal?"');
  });
});
