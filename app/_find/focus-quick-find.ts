/** There is one quick find on a page. */
export const QUICK_FIND_ID = "quick-find";

export function focusQuickFind(): void {
  const field = document.getElementById(QUICK_FIND_ID);
  field?.focus();
  field?.scrollIntoView({ block: "nearest" });
}
