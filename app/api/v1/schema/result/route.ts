import { definitions } from "../../../../../criteria/index.ts";
import { resultJsonSchema } from "../../../../../lib/api/json-schema.ts";
import { constantRoute } from "../../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(
  () => resultJsonSchema(definitions),
  "application/schema+json",
);
