import { Groups } from "./groups.ts";
import { isLocal, isNamed, type Naming } from "./naming.ts";
import { disagree, type Facts, keysOf, nameKey } from "./patient-facts.ts";

/**
 * How many patients the results are of, at least. Names of one patient are joined: by a subject that gives two, by a
 * Patient resource, by an identifier. What is left then is told apart when it is named in the same way, since nobody
 * has two such names without a word of it; a bundle of one patient may name one in each way.
 */
export function countOf(
  own: readonly Naming[],
  besides: readonly Naming[],
  described: ReadonlyMap<string, readonly Facts[]>,
  records: Groups,
): { readonly count: number; readonly isApart: (naming: Naming) => boolean } {
  const namings = [...own, ...besides];
  const groups = new Groups();
  const people = new Set<string>();
  const facts = new Map<string, Facts[]>();
  const displays = new Map<string, Set<string>>();
  const unnamed = own.some((naming) => !isNamed(naming));
  const add = (name: string, own: readonly Facts[], display?: string) => {
    const known = facts.get(name) ?? [];
    facts.set(name, known);
    known.push(...own);
    if (display) displays.set(name, (displays.get(name) ?? new Set()).add(display));
  };
  const onlyPatient = described.size === 1 ? [...described.keys()][0] : undefined;
  for (const [record, own] of described) {
    add(record, own);
    for (const one of own) for (const key of keysOf(one.identifiers)) groups.join(record, key);
    const name = nameKey(own);
    if (onlyPatient !== undefined && name) groups.join(record, `contained ${name}`);
    if (unnamed) people.add(record);
  }
  const seen = new Set<string>();
  const nameOf = ({ record, identifiers, number, display }: Naming) => {
    const root = record === undefined ? undefined : isLocal(record) ? record : records.of(record);
    return root ?? identifiers[0] ?? number ?? (display && `display ${display}`);
  };
  for (const naming of namings) {
    const { identifiers, display, facts: own } = naming;
    const name = nameOf(naming);
    if (name === undefined) continue;
    people.add(name);
    for (const key of identifiers) groups.join(name, key);
    const told = JSON.stringify([name, identifiers, display, own.map(({ births, gender }) => [births, gender])]);
    if (!seen.has(told)) add(name, own, display);
    seen.add(told);
  }
  joinServers(people, groups);
  const clusters = Map.groupBy(people, (name) => groups.of(name));
  const described2 = Map.groupBy(facts.keys(), (name) => groups.of(name));
  const all = [...clusters].map(([root, names]) => {
    const members = described2.get(root) ?? [];
    const said = members.flatMap((name) => facts.get(name) ?? []);
    return {
      // A number that a Patient resource has leads to that patient.
      isRecord: [...names, ...members].some((name) => !/^(?:\[|number |display )/.test(name)),
      isNumber: names.every((name) => name.startsWith("number ")),
      hasIdentifier: said.some(({ identifiers }) => identifiers.size > 0) || names.some((name) => name.startsWith("[")),
      isDisplay: names.every((name) => name.startsWith("display ")),
      words: new Set(
        [
          ...members.flatMap((name) => [...(displays.get(name) ?? [])]),
          ...said.flatMap(({ family, given }) => [family, given].filter((part) => part)),
        ].flatMap((words) => words?.split(" ") ?? []),
      ),
      isTwo: disagree(said),
    };
  });
  const many = (is: (one: (typeof all)[number]) => boolean) => all.filter(is).length;
  const counted = Math.max(
    many(({ isRecord }) => isRecord),
    many(({ hasIdentifier }) => hasIdentifier),
    many(({ isNumber }) => isNumber),
    many(({ isDisplay }) => isDisplay),
    many(({ isTwo }) => isTwo) > 0 ? 2 : 0,
  );
  // Asked only where it could make one into two: there is then one display at most to compare with.
  const otherName = () =>
    all.some(
      (one) =>
        one.isDisplay &&
        all.some(
          (other) => !other.isDisplay && other.words.size > 0 && ![...one.words].some((word) => other.words.has(word)),
        ),
    );
  const count = counted < 2 && otherName() ? 2 : counted;
  // One is named by a record and one by a number, and nothing says that they are the same: those that are fewer may be
  // another's.
  const rootOf = (naming: Naming) => groups.of(nameOf(naming) ?? "");
  const named = own.filter((naming) => isNamed(naming) && !nameOf(naming)?.startsWith("display "));
  const sizes = Map.groupBy(named, rootOf);
  const most = [...sizes.values()].reduce((longest, { length }) => Math.max(longest, length), 0);
  const alone = [...sizes.values()].filter(({ length }) => length === most).length === 1;
  return {
    count,
    isApart: (naming) => {
      const size = sizes.get(rootOf(naming))?.length;
      return sizes.size > 1 && size !== undefined && !(alone && size === most);
    },
  };
}

/** A record whose server is not named is the one of that id that is, where there is only one. */
function joinServers(people: ReadonlySet<string>, groups: Groups): void {
  const places = Map.groupBy(
    [...people].filter((name) => / on /.test(name)),
    (name) => name.split(" on ")[0],
  );
  for (const names of places.values()) {
    const [unknown] = names.filter((name) => name.endsWith(" on "));
    const known = names.filter((name) => !name.endsWith(" on "));
    if (unknown && known[0] && known.length === 1) groups.join(unknown, known[0]);
  }
}
