import { definitions } from "../../criteria/core.ts";
import type { FindingId } from "../../criteria/types.ts";
import { type Asked, askedOf } from "../../lib/explain/asked.ts";
import { standsFor } from "../../lib/explain/stands-for.ts";
import type { Assessment } from "../_store/assessment.ts";
import { asksInPlaceOf, reads } from "./readers.ts";

/** As `asksInPlaceOf` for a present finding through which nothing acts in the set, with what the record says of each. */
export function askedIn(set: string, finding: FindingId, { record, interpreted }: Assessment): readonly Asked[] {
  const { facts } = interpreted;
  const asks = asksInPlaceOf(set, finding);
  if (!facts || asks.length === 0 || facts[finding].status !== "present") return [];
  if (standsFor(finding, facts, definitions).some((one) => reads(set, one))) return [];
  return askedOf(asks, facts, record.measurements ?? [], definitions);
}
