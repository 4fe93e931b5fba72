/**
 * By which names and codes findings and tests are found: loaded when somebody finds or imports something. The same
 * everywhere, as core.ts is; named.ts puts the two together.
 */
import { findings } from "./findings.ts";
import { joints } from "./joints.ts";
import { otherCauses, ownCause } from "./other-causes.ts";
import { tests } from "./tests.ts";
import type {
  Code,
  FindingId,
  FindingNames,
  ReferenceCode,
  ReferenceFinding,
  ReferenceLabTest,
  TestId,
  TestNames,
} from "./types.ts";

const code = ({ checked: _, source: __, toConfirm: ___, note: ____, ...kept }: ReferenceCode): Code => kept;

function findingNames(written: ReferenceFinding): FindingNames {
  const { synonyms, related, namesTest, namesWider, namesKind, describedBy, secondOf } = written;
  const { seenByClinician, ofJoints, leastMinutes, tellApart, recordNames, codes } = written;
  return {
    synonyms,
    ...(related && { related }),
    ...(namesTest && { namesTest }),
    ...(namesWider && { namesWider }),
    ...(namesKind && { namesKind }),
    ...(describedBy && { describedBy }),
    ...(secondOf && { secondOf }),
    ...(seenByClinician && { seenByClinician }),
    ...(ofJoints && { ofJoints }),
    ...(leastMinutes && { leastMinutes }),
    ...(tellApart && { tellApart }),
    ...(recordNames && { recordNames }),
    ...(codes && { codes: codes.map(code) }),
  };
}

function testNames(written: ReferenceLabTest): TestNames {
  const { synonyms, alsoSaidOf, otherAssays, beside, besideDoubted, markedTo, recordNames, codes } = written;
  return {
    synonyms,
    ...(alsoSaidOf && { alsoSaidOf }),
    ...(otherAssays && { otherAssays }),
    ...(beside && { beside }),
    ...(besideDoubted && { besideDoubted }),
    ...(markedTo && { markedTo }),
    ...(recordNames && { recordNames }),
    ...(codes && { codes: codes.map(code) }),
  };
}

const each = <Whole, Part>(parts: Readonly<Record<string, Whole>>, narrow: (part: Whole) => Part) =>
  Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, narrow(part)]));

export const names = {
  findings: each<ReferenceFinding, FindingNames>(findings, findingNames) as Readonly<Record<FindingId, FindingNames>>,
  tests: each<ReferenceLabTest, TestNames>(tests, testNames) as Readonly<Record<TestId, TestNames>>,
  otherCauses,
  ownCause,
  joints,
};
