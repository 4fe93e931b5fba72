import { definitions } from "../../../../../criteria/index.ts";
import { recordJsonSchema } from "../../../../../lib/api/json-schema.ts";
import { constantRoute } from "../../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(
  () => recordJsonSchema(definitions),
  "application/schema+json",
);
