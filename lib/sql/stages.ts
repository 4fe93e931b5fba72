import type { Dialect } from "./dialect.ts";

/** One part of the query: what it works out from the part before it. */
export interface Stage {
  readonly name: string;
  /** What it does, as a comment. */
  readonly says: string;
  /** New columns, or columns that take the place of what they are called after, each with its expression. */
  readonly columns: ReadonlyMap<string, string>;
}

/** The columns of a stage while it is put together. An expression that was there already is not worked out again. */
export class Columns {
  readonly all = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** The name under which an expression is worked out: this one, or that of the same expression before. */
  add(name: string, expression: string): string {
    const known = this.#names.get(expression);
    if (known !== undefined) return known;
    // Two things of one name are told apart, whatever the ids of a set are.
    const own = this.all.has(name) ? this.#free(name) : name;
    this.#names.set(expression, own);
    this.all.set(own, expression);
    return own;
  }

  #free(name: string, next = 2): string {
    const other = `${name} (${next})`;
    return this.all.has(other) ? this.#free(name, next + 1) : other;
  }
}

/** The first part, which reads the table: how it is written with these columns of it. */
export interface Source {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly string[];
  readonly written: (needed: ReadonlySet<string>) => string;
}

/**
 * A query of stages, each read by the next. A stage hands on what a later one reads, and what nothing reads is left
 * out. `last` are the columns that the query gives.
 */
export function written(
  source: Source,
  stages: readonly Stage[],
  last: ReadonlyMap<string, string>,
  dialect: Dialect,
): string {
  const { name } = dialect;
  const visible: ReadonlySet<string>[] = [new Set(source.columns)];
  for (const { columns } of stages) visible.push(new Set([...(visible.at(-1) ?? []), ...columns.keys()]));
  const readBy = (expressions: Iterable<string>, from: ReadonlySet<string> | undefined) => {
    const text = [...expressions].join("\n");
    return [...(from ?? [])].filter((column) => text.includes(name(column)));
  };
  let needed = new Set(readBy(last.values(), visible.at(-1)));
  const parts: string[] = [];
  for (let position = stages.length - 1; position >= 0; position -= 1) {
    const { name: own, says, columns } = stages[position] as Stage;
    const from = position === 0 ? source.name : (stages[position - 1] as Stage).name;
    const made = [...columns].filter(([column]) => needed.has(column));
    const handedOn = [...needed].filter((column) => !columns.has(column));
    const lines = [...handedOn.map(name), ...made.map(([column, expression]) => `${expression} AS ${name(column)}`)];
    parts.unshift(`-- ${says}\n${own} AS (\n  SELECT\n    ${lines.join(",\n    ")}\n  FROM ${from}${dialect.fence}\n)`);
    needed = new Set([
      ...handedOn,
      ...readBy(
        made.map(([, expression]) => expression),
        visible[position],
      ),
    ]);
  }
  parts.unshift(`-- ${source.says}\n${source.name} AS (\n  ${source.written(needed)}${dialect.fence}\n)`);
  const given = [...last].map(([column, expression]) => {
    const as = name(column);
    return expression === as ? as : `${expression} AS ${as}`;
  });
  const end = stages.at(-1)?.name ?? source.name;
  return `WITH\n${parts.join(",\n")}\nSELECT\n  ${given.join(",\n  ")}\nFROM ${end}`;
}
