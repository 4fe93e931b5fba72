import { definitions } from "../../../../../criteria/index.ts";
import { suggestSet } from "../../../../../lib/api/catalog.ts";
import { constantRoute } from "../../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(
  ({ id }) => definitions.sets.find((set) => set.id === id),
  "application/json",
  suggestSet(definitions),
);
