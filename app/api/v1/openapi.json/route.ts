import { definitions } from "../../../../criteria/index.ts";
import { openApi } from "../../../../lib/api/openapi.ts";
import app from "../../../../package.json" with { type: "json" };
import { constantRoute } from "../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(() => openApi(definitions, app.version));
