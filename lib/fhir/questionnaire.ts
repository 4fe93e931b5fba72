import type { Questionnaire, QuestionnaireItem } from "@medplum/fhirtypes";
import type { CriteriaSet, ReferenceDefinitions } from "../../criteria/types.ts";
import { thresholdOf } from "../definition/walk.ts";
import { STATEMENT } from "../explain/statement.ts";
import { findingItem } from "./finding-item.ts";
import { findingVariables } from "./finding-path.ts";
import { calculated, expression } from "./items.ts";
import { LINK, questionnaireUrl, RECORD_ID, VARIABLE } from "./names.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { classifiedPath, domainPath, scorePath, scoreVariables } from "./score-path.ts";
import { testItem } from "./test-item.ts";

/** The ids of all Questionnaires: the combined record, then each set. */
export function questionnaireIds({ sets }: ReferenceDefinitions): readonly string[] {
  return [RECORD_ID, ...sets.map(({ id }) => id)];
}

/**
 * A FHIR R4 Questionnaire of the whole record or of one set: the questions, and the score as FHIRPath in the
 * extensions of Structured Data Capture, so that a form renderer computes it without this project. Undefined for an
 * id that is neither.
 *
 * The score is the one that goes with `asAssessed`: what is not known counts as not met. Verdicts over everything
 * that is not known need the engine.
 */
export function questionnaire(
  id: string,
  definitions: ReferenceDefinitions,
  version: string,
): Questionnaire | undefined {
  const set = definitions.sets.find((one) => one.id === id);
  const scope = scopeOf(id, definitions);
  if (!scope) return undefined;
  return {
    resourceType: "Questionnaire",
    id,
    url: questionnaireUrl(id),
    version,
    name: id
      .split("-")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(""),
    title: set ? set.title : "Record for the classification criteria of systemic lupus erythematosus",
    status: "active",
    subjectType: ["Patient"],
    description: `${STATEMENT} ${set ? set.rule : "One record, which every set reads."}`,
    purpose: set ? set.purpose : "To enter what the criteria sets ask once, and to see what each set makes of it.",
    extension: variables(scope, definitions).map((one) => expression(VARIABLE, one.expression, one.name)),
    item: [
      { linkId: LINK.statement, type: "display", text: STATEMENT },
      { linkId: LINK.label, type: "string", text: "Your own reference for the patient; never a name" },
      ...findingGroups(scope, definitions),
      {
        linkId: LINK.measurements,
        type: "group",
        text: "Measurements",
        item: scope.tests.map((test) => testItem(test, definitions.tests[test])),
      },
      { linkId: LINK.results, type: "group", text: "Results, as assessed", item: scope.sets.map(resultItem) },
    ],
  };
}

function variables(scope: Scope, definitions: ReferenceDefinitions) {
  return [...findingVariables(scope, definitions), ...scope.sets.flatMap(scoreVariables)];
}

function findingGroups(scope: Scope, { groups, findings, tests }: ReferenceDefinitions): QuestionnaireItem[] {
  const inGroups = Map.groupBy(scope.findings, (id) => findings[id].group);
  return [...inGroups].map(([group, ids]) => ({
    linkId: LINK.group(group),
    type: "group",
    text: groups[group].title,
    item: ids.map((id) => findingItem(id, findings[id], tests)),
  }));
}

function resultItem(set: CriteriaSet): QuestionnaireItem {
  const { threshold, comparison } = thresholdOf(set);
  const sign = comparison === ">=" ? "classifies from" : "classifies above";
  return {
    linkId: LINK.part(LINK.results, set.id),
    type: "group",
    text: set.title,
    item: [
      calculated(LINK.part(set.id, "score"), `Score (${sign} ${threshold}): ${set.rule}`, "decimal", scorePath(set)),
      calculated(LINK.part(set.id, "classified"), "Classified, as assessed", "boolean", classifiedPath(set)),
      ...set.domains.map((domain) =>
        calculated(LINK.part(set.id, `domain/${domain.id}`), domain.title, "decimal", domainPath(set, domain)),
      ),
    ],
  };
}
