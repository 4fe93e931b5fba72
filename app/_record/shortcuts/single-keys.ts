const KEY = "sle-single-keys";
let on: boolean | undefined;

/** Whether `/` and `?` alone do something: voice control and slips of the hand need a way to turn that off. */
export const singleKeys = {
  areOn(): boolean {
    on ??= stored() !== "off";
    return on;
  },
  turn(next: boolean): void {
    on = next;
    try {
      localStorage.setItem(KEY, next ? "on" : "off");
    } catch {
      // Where nothing may be stored, it holds for this visit.
    }
  },
};

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
