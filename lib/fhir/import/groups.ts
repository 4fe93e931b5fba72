/** Names that stand for the same thing, as far as has been said. */
export class Groups {
  private readonly parents = new Map<string, string>();

  /** The name that stands for the whole group. */
  of(name: string): string {
    let root = name;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    // The way is shortened, so that a long chain is walked once.
    for (let step = name; step !== root; ) {
      const next = this.parents.get(step) ?? root;
      this.parents.set(step, root);
      step = next;
    }
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.parents.set(a, b);
  }
}

/** Adds a value to the list that has this name. */
export function addTo<Value, Name = string>(lists: Map<Name, Value[]>, name: Name, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
