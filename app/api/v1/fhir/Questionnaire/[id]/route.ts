import { definitions } from "../../../../../../criteria/index.ts";
import { suggestSet } from "../../../../../../lib/api/catalog.ts";
import { questionnaire } from "../../../../../../lib/fhir/questionnaire.ts";
import app from "../../../../../../package.json" with { type: "json" };
import { constantRoute } from "../../../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(
  ({ id }) => (id === undefined ? undefined : questionnaire(id, definitions, app.version)),
  "application/fhir+json",
  suggestSet(definitions),
);
