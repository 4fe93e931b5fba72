/**
 * Which app this is and by which definitions it counts. Worked out where it is needed in Node; in what the bundler
 * makes it is one constant (scripts/module-as-data.ts), so that no page works it out again.
 */
import { definitions } from "../criteria/named.ts";
import { definitionsHash, type Identity } from "../lib/definition/identity.ts";
import app from "../package.json" with { type: "json" };

export const identity: Identity = { version: app.version, definitions: await definitionsHash(definitions) };
