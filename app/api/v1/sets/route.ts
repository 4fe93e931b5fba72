import { definitions } from "../../../../criteria/index.ts";
import { setList } from "../../../../lib/api/catalog.ts";
import { constantRoute } from "../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(() => setList(definitions));
