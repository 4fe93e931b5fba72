import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { NamedLabTest } from "../../criteria/types.ts";
import { cardFor, loinc, platelets, quantity, readValid } from "./support/results.ts";

const SNOMED = "http://snomed.info/sct";
const subject = { reference: "Patient/1" };
const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/condition-${system}`, code }],
});
const diagnosis = (code: string, more: object, ...others: object[]) => ({
  resourceType: "Condition",
  subject,
  clinicalStatus: status("clinical", "active"),
  verificationStatus: status("ver-status", "confirmed"),
  code: { coding: [{ system: SNOMED, code, ...more }, ...others] },
});
const LOCAL = "http://hospital.example/problems";

describe("a diagnosis whose words take back what its code says is not proposed, and is shown", () => {
  test.each([
    "FH: pleural effusion",
    "Pleural effusion in sister",
    "No pleural effusion",
    "Pleural effusion ruled out",
    "?Pleural effusion",
    "R/O pleural effusion",
    "Suspected pleural effusion",
    "Pleural effusion - unlikely",
    "V. a. Pleuraerguss",
    "Pleuraerguss (V.a.)",
    "Pleuraerguss, Verdachtsdiagnose",
    "Z. A. Pleuraerguss",
    "DD Pleuraerguss",
    "Kein Anhalt für Pleuraerguss",
    "Pleuraerguss: sonografisch nicht nachweisbar",
    "Pleuraerguss beim Vater",
    "Suspicion d’épanchement pleural",
    "Pas d’épanchement pleural",
    "Épanchement pleural écarté",
    "Sospecha de derrame pleural",
    "Sin derrame pleural",
    "Derrame pleural descartado",
    "Sospetto versamento pleurico",
    "Assenza di versamento pleurico",
    "Versamento pleurico escluso",
    "Verdenking op pleuravocht",
    "Geen pleuravocht",
    "Misstänkt pleuravätska",
    "Mistanke om pleuraeffusjon",
    "Suspeita de derrame pleural",
    "Podejrzenie wysięku",
  ])("%s", (words) => {
    const asText = {
      ...diagnosis("60046008", {}),
      code: { coding: [{ system: SNOMED, code: "60046008" }], text: words },
    };
    const asDisplay = diagnosis("60046008", { display: words });
    const asOther = diagnosis(
      "60046008",
      { display: "Pleural effusion" },
      { system: LOCAL, code: "1", display: words },
    );
    for (const one of [asText, asDisplay, asOther]) {
      const { proposals, notTaken } = readValid(one);
      expect(proposals).toEqual([]);
      expect(notTaken.map(({ why }) => why).join()).toContain(words);
    }
  });

  test.each([
    ["60046008", "Pleural effusion, not elsewhere classified"],
    ["60046008", "Pleural effusion without mention of infection"],
    ["60046008", "History of pleural effusion, resolved"],
    ["60046008", "Pleuraerguss, anderenorts nicht klassifiziert"],
    ["60046008", "Z. n. Pleuraerguss links, nicht rezidivierend, ohne Punktion"],
    ["60046008", "Épanchement pleural, non classé ailleurs"],
    ["60046008", "Derrame pleural no clasificado en otra parte"],
    ["69322001", "Nicht näher bezeichnete nichtorganische Psychose"],
    ["69322001", "Niet-organische psychose, niet gespecificeerd"],
    ["91175000", "Épilepsie, sans précision"],
    ["91175000", "Epilepsy, unspecified, not intractable, without status epilepticus"],
    ["2776000", "Delirium due to known physiological condition"],
    ["69322001", "Unspecified psychosis not due to a substance or known physiological condition"],
  ])("%s %s is the name of a diagnosis, denials in it included", (code, display) => {
    expect(readValid(diagnosis(code, { display })).proposals.map(({ kind }) => kind)).toContain("finding");
  });
});

describe("an answer that is coded one way and called the other is not proposed, and is shown", () => {
  const answered = (code: string, display: string, text?: string) => ({
    resourceType: "Observation",
    status: "final",
    code: loinc("8061-4"),
    subject,
    effectiveDateTime: "2024-02-10",
    valueCodeableConcept: { coding: [{ system: SNOMED, code, display }], ...(text && { text }) },
  });
  test.each([
    ["10828004", "Positive", "Not detected"],
    ["10828004", "Neg", undefined],
    ["260385009", "Negative", "Strongly positive, homogeneous"],
    ["260373001", "Detected", "NONREACTIVE"],
  ])("%s %s %s", (code, display, text) => {
    const { proposals, notTaken } = readValid(answered(code, display, text));
    expect(proposals).toEqual([]);
    expect(notTaken.map(({ why }) => why).join()).toContain(text ?? display);
  });

  test.each([
    ["10828004", "Positive", "Positive (normal: negative)", "present"],
    ["10828004", "Positive (qualifier value)", "ANA pattern homogeneous", "present"],
    ["260385009", "Negative", "None detected", "absent"],
  ])("%s %s %s is one answer", (code, display, text, said) => {
    expect(readValid(answered(code, display, text)).proposals).toMatchObject([{ status: said }]);
  });
});

describe("a result that is named as another test than its code stands for is doubtful", () => {
  const named = (text: string) => ({ ...platelets(85), code: { ...loinc("777-3"), text } });
  test.each(["Complement C3", "WBC Bld", "Lymphocytes [#/volume] in Blood"])("%s", (text) => {
    const { proposals } = readValid(named(text));
    expect(proposals).toMatchObject([{ isDoubtful: true, original: `${text} 85 10*9/L` }]);
    expect(cardFor([named(text)])).not.toContain("Thrombocytopenia");
  });
  test.each(["PLT", "Platelets, with leukocytes and lymphocytes", "Thrombozyten", "Blutplättchen", "Hemogram"])(
    "%s is not",
    (text) => {
      expect(readValid(named(text)).proposals[0]).not.toHaveProperty("isDoubtful");
    },
  );
  test("no test is doubtful under any of its own names", () => {
    for (const { codes = [], label, short, synonyms, recordNames = [], units } of Object.values<NamedLabTest>(
      definitions.tests,
    )) {
      const [code] = codes;
      if (!code || code.presence) continue;
      for (const text of [label, short, ...synonyms, ...recordNames]) {
        const sent = { ...platelets(85), ...quantity(40, units[0].unit), code: { ...loinc(code.code), text } };
        for (const { remarks } of readValid(sent).proposals)
          expect(remarks.join()).not.toContain("its name looks like");
      }
    }
  });
});
