import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { asAssessed } from "../../lib/scoring/leaf-truth.ts";
import { type Component, planOf } from "../../lib/scoring/plan.ts";
import { add, classifies, EMPTY, type Tally, tallyOf } from "../../lib/scoring/tally.ts";
import { EULAR_ACR_BITS, eularAcrFromCriteria } from "../oracles/eular-acr-2019.ts";
import { interpret } from "../support/assess.ts";

const set = definitions.sets.find(({ id }) => id === "eular-acr-2019");
if (!set) throw new Error("eular-acr-2019 is not registered");
const plan = planOf(set, definitions);

interface Choice {
  readonly bits: number;
  readonly tally: Tally;
}

/** Every combination of the bits that a component reads, with the tally that the engine gives the record with them. */
function choicesOf(component: Component): readonly Choice[] {
  const own = EULAR_ACR_BITS.flatMap(({ findings }, bit) =>
    findings.every((finding) => component.findings.includes(finding as FindingId)) ? [bit] : [],
  );
  return Array.from({ length: 2 ** own.length }, (_, combination) => {
    const chosen = own.filter((_bit, position) => (combination & (1 << position)) !== 0);
    const present = chosen.flatMap((bit) => EULAR_ACR_BITS[bit]?.findings ?? []);
    const record: SleRecord = {
      format: "sle-record/1",
      findings: Object.fromEntries(present.map((finding) => [finding, "present" as const])),
    };
    const { facts } = interpret(record);
    if (!facts) throw new Error(`the record was refused: ${JSON.stringify(record)}`);
    const bits = chosen.reduce((mask, bit) => mask | (1 << bit), 0);
    return { bits, tally: tallyOf(component, plan, asAssessed(plan.set, facts)) };
  });
}

describe("EULAR/ACR at criterion level", () => {
  // The components are independent (the engine's own cut, held against brute force elsewhere), so each component's
  // combinations go through record, facts and tally once, and the 8,388,608 sums are formed and classified one by one.
  test("all 8,388,608 combinations of entry and criteria give the score and the class of the second reading", () => {
    const components = plan.components.map(choicesOf);
    expect(components.reduce((product, choices) => product * choices.length, 1)).toBe(8_388_608);

    let compared = 0;
    let different = 0;
    let first = "";
    const visit = (position: number, bits: number, sum: Tally): void => {
      const choices = components[position];
      if (choices) {
        for (const choice of choices) visit(position + 1, bits | choice.bits, add(sum, choice.tally));
        return;
      }
      const expected = eularAcrFromCriteria(bits);
      compared += 1;
      if (expected.score === sum.points && expected.classified === classifies(sum, plan)) return;
      different += 1;
      first ||= `bits ${bits}: ${sum.points} points instead of ${expected.score}, or the other class`;
    };
    visit(0, 0, EMPTY);
    expect({ compared, different, first }).toEqual({ compared: 8_388_608, different: 0, first: "" });
  }, 60_000);
});
