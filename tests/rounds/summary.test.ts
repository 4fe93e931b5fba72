import { describe, expect, it } from "vitest";
import type { Cause, FindingId, SleRecord } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import { recordReadAs } from "../../lib/rounds/choices.ts";
import { consequencesOf } from "../../lib/rounds/plan.ts";
import type { Room, Vote } from "../../lib/rounds/room.ts";
import { summaryOf } from "../../lib/rounds/summary.ts";
import { type Role, view } from "../../lib/rounds/view.ts";
import { definitions, identity, prepared, RECORD, roomFor, vote } from "./support.ts";

const ROOM: Room = { ...roomFor(prepared([{ kind: "finding", finding: "oral-ulcers" }])), ended: true };
const SETS = definitions.sets;

const votesOf = (choices: readonly string[]): readonly Vote[] => choices.map((choice, at) => vote(at + 1, choice));
const summary = (choices: readonly string[], room = ROOM, app = identity) =>
  summaryOf(room, votesOf(choices), definitions, app);
const readAs = (choice: string) =>
  consequencesOf(assess(keptPlanOf(definitions), recordReadAs(choice, "oral-ulcers", RECORD, definitions)), SETS);

describe("what the patient comes to as the room read the findings", () => {
  it.each([
    // More than half.
    [["counts", "counts", "absent"], "counts"],
    [["absent", "absent", "absent", "counts", "explained:drug"], "absent"],
    // The most, and not more than half.
    [["counts", "counts", "explained:drug", "explained:infection", "absent"], undefined],
    [["counts", "counts", "absent", "cannot-tell"], undefined],
    [["counts", "absent"], undefined],
    [["counts", "counts", "explained:drug", "explained:infection"], undefined],
    [[], undefined],
  ])("is what more than half read, and as prepared where no reading had that: %#", (choices, most) => {
    const expected = most === undefined ? ROOM.plan.asPrepared : readAs(most);
    expect(summary(choices).asTheRoomRead).toEqual(expected);
    if (most) expect(expected).not.toEqual(ROOM.plan.asPrepared);
  });

  it.each([
    // Several causes are one reading, and so are the right ones; the finding counts by the record.
    [["counts", "counts", "explained:drug", "explained:drug", "explained:infection"], "explained:drug"],
    [["counts", "counts", "explained:drug", "explained:infection"], undefined],
    [["counts", "explained:drug", "explained:infection", "explained:other"], "explained:drug"],
    [["counts", "counts", "counts", "explained:drug", "explained:infection"], undefined],
  ])("takes answers that come to the same as one reading: %#", (choices, most) => {
    const findings = { ...RECORD.findings, "oral-ulcers": "present" } as const;
    const record = { ...RECORD, findings };
    const room: Room = { ...roomFor(prepared([{ kind: "finding", finding: "oral-ulcers" }], { record })), ended: true };
    const read = most && recordReadAs(most, "oral-ulcers", record, definitions);
    const expected = read ? consequencesOf(assess(keptPlanOf(definitions), read), SETS) : room.plan.asPrepared;
    expect(summary(choices, room).asTheRoomRead).toEqual(expected);
    if (read) expect(expected).not.toEqual(room.plan.asPrepared);
  });

  it("takes no answers for one reading that differ and come to the same because another finding outranks this one", () => {
    const record = { ...RECORD, findings: { ...RECORD.findings, "oral-ulcers": "present" } } as const;
    const asks = ["oral-ulcers", "malar-rash"] as const;
    const plan = prepared(
      asks.map((finding) => ({ kind: "finding", finding })),
      { record, sets: ["eular-acr-2019"] },
    );
    const room: Room = { ...roomFor(plan), ended: true };
    const votes = [
      ...["counts", "counts", "absent", "cannot-tell", "explained:drug"].map((choice, at) => vote(at + 1, choice)),
      ...Array.from({ length: 5 }, (_, at) => ({ ...vote(at + 1, "explained:infection"), question: "q2" })),
    ];
    const expected = consequencesOf(
      assess(keptPlanOf(definitions), recordReadAs("explained:infection", "malar-rash", record, definitions)),
      SETS.filter(({ id }) => id === "eular-acr-2019"),
    );
    expect(summaryOf(room, votes, definitions, identity).asTheRoomRead).toEqual(expected);
  });

  it("takes causes for one reading only where every set treats them alike, whatever else the room read", () => {
    // ACR leaves out a seizure that a drug explains, and no other.
    const seizure = { ...RECORD, findings: { ...RECORD.findings, seizure: "present" } } as const;
    const about = (record: SleRecord, finding: FindingId, choices: readonly string[]) => {
      const room: Room = { ...roomFor(prepared([{ kind: "finding", finding }], { record })), ended: true };
      return { room, read: summary(choices, room).asTheRoomRead };
    };
    const split = about(seizure, "seizure", ["counts", "explained:drug", "explained:drug", "explained:infection"]);
    expect(split.read).toEqual(split.room.plan.asPrepared);
    const alike = about(seizure, "seizure", ["counts", "explained:drug", "explained:metabolic"]);
    expect(alike.read).toEqual(
      consequencesOf(
        assess(keptPlanOf(definitions), recordReadAs("explained:drug", "seizure", seizure, definitions)),
        SETS,
      ),
    );
    // One that the record contradicts is no cause, and as a reading of its own it withholds what the sets say.
    expect(about(RECORD, "thrombocytopenia", ["counts", "absent", "absent"]).read).toEqual([]);
    // What most read rightly is as prepared, also where a finding of the same result is explained.
    const titer = {
      format: "sle-record/1",
      findings: { "ana-above-reference": { status: "present", explainedBy: { cause: "drug" } } },
      measurements: [{ test: "ana-titer", value: 160, unit: "{titer}" }],
    } as const;
    const right = about(titer, "ana-1-80", ["counts", "counts", "absent"]);
    expect(right.read).toEqual(right.room.plan.asPrepared);
  });

  it("has each finding that was asked about as it was answered, where one result decides several", () => {
    const ANA = ["ana-1-80", "ana-above-reference"] as const;
    const record = (explained: readonly (Cause | undefined)[]): SleRecord => ({
      format: "sle-record/1",
      findings: Object.fromEntries(
        ANA.map((finding, at) => {
          const cause = explained[at];
          return [finding, cause ? { status: "present", explainedBy: { cause } } : "present"];
        }),
      ),
      measurements: [{ test: "ana-titer", value: 160, unit: "{titer}" }],
    });
    const asked = (finding: FindingId) => ({ kind: "finding", finding }) as const;
    for (const order of [ANA, ANA.toReversed()])
      for (const one of ["counts", "explained:drug", "explained:infection"])
        for (const other of ["counts", "explained:drug", "explained:infection"]) {
          const plan = roomFor(prepared(order.map(asked), { record: record([]) }));
          const votes = [vote(1, one), { ...vote(1, other), question: "q2" }];
          const causes = [one, other].map((choice) => CAUSES.find((cause) => choice === `explained:${cause}`));
          const said = record(order === ANA ? causes : causes.toReversed());
          expect(summaryOf({ ...plan, ended: true }, votes, definitions, identity).asTheRoomRead).toEqual(
            consequencesOf(assess(keptPlanOf(definitions), said), SETS),
          );
        }
  });

  it("takes the commonest of the causes that are one reading", () => {
    // Beside hemolytic anemia it does not matter to ACR what explains the platelets; without it, it does.
    const record = {
      ...RECORD,
      findings: { ...RECORD.findings, "hemolytic-anemia-with-reticulocytosis": "present" },
    } as const;
    const asks = ["thrombocytopenia", "hemolytic-anemia-with-reticulocytosis"] as const;
    const room: Room = {
      ...roomFor(
        prepared(
          asks.map((finding) => ({ kind: "finding", finding })),
          { record },
        ),
      ),
      ended: true,
    };
    for (const most of ["explained:drug", "explained:infection"] as const) {
      const other = most === "explained:drug" ? "explained:infection" : "explained:drug";
      const votes = [most, most, other].flatMap((choice, at) => [
        vote(at + 1, choice),
        { ...vote(at + 1, "absent"), question: "q2" },
      ]);
      const read = asks.reduce<SleRecord>(
        (one, finding, at) => recordReadAs(at === 0 ? most : "absent", finding, one, definitions),
        record,
      );
      const expected = consequencesOf(assess(keptPlanOf(definitions), read), SETS);
      expect(summaryOf(room, votes, definitions, identity).asTheRoomRead).toEqual(expected);
      expect(expected.find(({ set }) => set === "acr-1997")?.score).toBe(most === "explained:drug" ? 3 : 4);
    }
  });

  it("is not worked out by other criteria than the round was, and the summary says so", () => {
    const today = { ...identity, definitions: `sha256:${"0".repeat(64)}` };
    const renewed = summary(["counts", "counts"], ROOM, today);
    expect([renewed.asTheRoomRead, renewed.renewed]).toEqual([[], true]);
    expect(renewed.asPrepared).toEqual(ROOM.plan.asPrepared);
    // Another version that counts by the same definitions comes to the same.
    const later = summary(["counts", "counts"], ROOM, { ...identity, version: "99.0.0" });
    expect([later.asTheRoomRead, later.renewed]).toEqual([readAs("counts"), false]);
  });

  it("is not worked out by a round whose sets and findings are gone, and every view of it is made", () => {
    const { plan } = ROOM;
    const gone: Room = {
      ...ROOM,
      plan: {
        ...plan,
        app: { ...identity, definitions: `sha256:${"0".repeat(64)}` },
        sets: plan.sets.map((set) => ({ ...set, id: `old-${set.id}` })),
        questions: plan.questions.map((one) => ({
          ...one,
          asks: { kind: "finding", finding: "no-such-finding" as "oral-ulcers" },
        })),
        round: {
          ...plan.round,
          record: { format: "sle-record/1", findings: { "no-such-finding": "present" } } as never,
        },
      },
    };
    const known = { room: gone, votes: votesOf(["counts", "counts"]), joined: 2, presenterHere: true };
    const roles: readonly Role[] = [{ kind: "presenter" }, { kind: "screen" }, { kind: "voter", voter: 1 }];
    for (const role of roles) expect(view(known, role, definitions, identity).ended).toBe(true);
  });
});
