/** The same results otherwise: a record has many ways to send them, and what is proposed is the same in each. */
import { expect, test } from "vitest";
import { lupus } from "./bundles/lupus.ts";
import { bundle, loinc, platelets, quantity, readText } from "./support/results.ts";

type Resource = Readonly<Record<string, unknown>>;
type Way = (resources: readonly Resource[]) => object;

const resourcesOf = ({ entry }: { readonly entry: readonly object[] }) =>
  entry.map((one) => ("resource" in one ? one.resource : one) as Resource);
const isObservation = ({ resourceType }: Resource) => resourceType === "Observation";
const SERVER = "https://ehr.example/fhir";
const placeOf = ({ resourceType, id }: Resource) => `${resourceType}/${id}`;
const uuid = (place: string) =>
  `urn:uuid:00000000-0000-4000-8000-${Buffer.from(place).toString("hex").slice(-12).padStart(12, "0")}`;

/** A value with each of its parts changed, the innermost first. */
function mapped(value: unknown, change: (key: string, part: unknown) => unknown, key = ""): unknown {
  if (Array.isArray(value))
    return change(
      key,
      value.map((one) => mapped(one, change)),
    );
  if (typeof value !== "object" || value === null) return change(key, value);
  return change(
    key,
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapped(part, change, name)])),
  );
}
const withReferences = (resource: Resource, to: (place: string) => string) =>
  mapped(resource, (key, part) => (key === "reference" && typeof part === "string" ? to(part) : part)) as Resource;

const heldBy =
  (holder: object): Way =>
  (all) => {
    const results = all.filter(isObservation).map((one) => ({ reference: placeOf(one) }));
    return bundle(
      { subject: all.find(isObservation)?.["subject"], result: results, hasMember: results, ...holder },
      ...all,
    );
  };

const ways: Readonly<Record<string, Way>> = {
  "in reverse": (all) => bundle(...all.toReversed()),
  "with their parts in another order": (all) =>
    mapped(bundle(...all), (_, part) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toReversed())
        : part,
    ) as object,
  "as an answer to a search": (all) => ({
    ...bundle(...all.map((resource) => ({ resource, search: { mode: "match" } }))),
    type: "searchset",
  }),
  "in two Bundles of one": (all) => bundle(bundle(...all.slice(0, 5)), bundle(...all.slice(5))),
  "under addresses, by relative references": (all) =>
    bundle(...all.map((resource) => ({ fullUrl: `${SERVER}/${placeOf(resource)}`, resource }))),
  "under addresses, by whole references": (all) =>
    bundle(
      ...all.map((resource) => ({
        fullUrl: `${SERVER}/${placeOf(resource)}`,
        resource: withReferences(resource, (place) => `${SERVER}/${place}`),
      })),
    ),
  "under numbers of their own": (all) =>
    bundle(...all.map((resource) => ({ fullUrl: uuid(placeOf(resource)), resource: withReferences(resource, uuid) }))),
  "with versions in their references": (all) =>
    bundle(...all.map((one) => withReferences(one, (place) => `${place}/_history/3`))),
  "held by a report": heldBy({ resourceType: "DiagnosticReport", status: "final", code: { text: "Blood" } }),
  "held by a panel": heldBy({ resourceType: "Observation", status: "final", code: loinc("58410-2") }),
  "with what is of no interest": (all) =>
    bundle(
      { resourceType: "Organization", id: "1", name: "Hospital" },
      ...all.flatMap((one) => [one, { resourceType: "Practitioner", id: placeOf(one).replace("/", "-") }]),
    ),
  "with more said of each": (all) =>
    bundle(
      ...all.map((one) => ({
        language: "en",
        text: { status: "generated", div: "<div>Result</div>" },
        extension: [{ url: "https://ehr.example/x", valueCode: "y" }],
        ...one,
      })),
    ),
  "with codes of their own first": (all) =>
    bundle(
      ...all.map((one) => {
        const code = one["code"] as { readonly coding?: readonly object[] } | undefined;
        const own = { system: "https://ehr.example/codes", code: "17" };
        return code ? { ...one, code: { ...code, coding: [own, ...(code.coding ?? [])] } } : one;
      }),
    ),
  "each twice": (all) => bundle(...all, ...all),
  "as moments of another kind": (all) =>
    bundle(
      ...all.map(({ effectiveDateTime: at, ...rest }) =>
        typeof at === "string" && at.includes("T")
          ? { ...rest, effectivePeriod: { start: at, end: at } }
          : { ...rest, ...(at !== undefined && { effectiveDateTime: at }) },
      ),
    ),
};

const accession = { identifier: [{ system: "urn:lab", value: "ACC1" }] };
const cells = (value: number, rest: object) => ({
  ...platelets(0),
  ...quantity(value, "10*9/L"),
  code: loinc("6690-2"),
  ...rest,
});
/** Results of which some stand in the place of others, and some are of one night, or of no day. */
const corrected: readonly Resource[] = [
  platelets(82, { id: "a", ...accession }),
  platelets(182, { id: "b", status: "corrected", ...accession }),
  platelets(60, { id: "c", effectiveDateTime: "2024-03-01T08:00:00+01:00", status: "preliminary" }),
  platelets(62, { id: "d", effectiveDateTime: "2024-03-01T08:00:00+01:00" }),
  platelets(40, { id: "e", effectiveDateTime: "2024-04-01", note: [{ text: "Clumps" }] }),
  cells(3.1, { id: "f", effectiveDateTime: "2024-05-01T23:30:00-05:00" }),
  cells(3.2, { id: "g", effectiveDateTime: "2024-05-02T05:00:00Z" }),
  cells(3.1, { id: "h", effectiveDateTime: "2024-06-01T08:00:00Z" }),
  cells(6.5, { id: "i", effectiveDateTime: "2024-06-01" }),
  cells(2.9, { id: "j", effectiveDateTime: "2024" }),
];

const proposed = (value: object) =>
  readText(value)
    .proposals.map(({ id: _, original: __, choice, ...rest }) =>
      JSON.stringify({ ...rest, isChoice: choice !== undefined }),
    )
    .toSorted();

test.each(Object.entries(ways))("%s", (_, way) => {
  for (const all of [resourcesOf(lupus), corrected]) {
    expect(proposed(bundle(...all)).length).toBeGreaterThan(5);
    expect(proposed(way(all))).toEqual(proposed(bundle(...all)));
  }
});
