/** Whether a fragment is meant as a shared record, whole or not, rather than as a place on the page. */
export function isShareFragment(fragment: string): boolean {
  return /^#?r\d+\./.test(fragment);
}
