import { definitions } from "../../../../criteria/index.ts";
import { services } from "../../../../lib/fhir/cds.ts";
import { identity } from "../../../../scripts/identity.ts";
import { constantRoute } from "../_http/constant.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = constantRoute(() => services(definitions, identity));
