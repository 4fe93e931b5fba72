/** Who runs this server, as far as they say so themselves. Nothing stands in for what they do not say. */
export interface Operator {
  readonly name?: string;
  /** A URI that people can write to or read: mailto, https or tel. */
  readonly contact?: string;
}

/** The operator's own settings. A contact that is none of the accepted kinds is as good as none: it would lead nowhere. */
export function operatorFrom(settings: Readonly<Record<string, string | undefined>>): Operator {
  const name = settings["OPERATOR_NAME"]?.trim().replaceAll(/\s+/g, " ");
  const contact = settings["OPERATOR_CONTACT"]?.trim();
  return {
    ...(name && { name }),
    ...(contact && isContact(contact) && { contact }),
  };
}

/** Without blanks and line ends, so that it stays one field of a file and one address of a link. */
function isContact(text: string): boolean {
  return /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d.()-]+)$/.test(text) && URL.canParse(text);
}

/** A contact as people read it: without "mailto:" and "tel:". */
export function contactWords(contact: string): string {
  return contact.replace(/^(?:mailto|tel):/, "");
}

/** Days for which what the file says may be relied on. RFC 9116 asks for less than a year. */
const DAYS = 180;

/**
 * `security.txt` (RFC 9116). Its Contact and Expires are required, and a contact can only come from the operator, so
 * without one there is no such file; `now` is in milliseconds. The file ages by the day on which it is asked for: a
 * server that answers is one that somebody runs.
 */
export function securityText({ contact }: Operator, origin: string | undefined, now: number): string | undefined {
  if (!contact) return undefined;
  const day = 86_400_000;
  const expires = new Date((Math.floor(now / day) + DAYS) * day).toISOString().replace(".000", "");
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`, `Policy: ${origin}/about#security`] : []),
    "",
  ].join("\n");
}

/** What stands at its address while nobody has said whom to write to. */
export const NO_SECURITY_TEXT =
  "# There is no security.txt here: RFC 9116 asks for a contact, and whoever runs this server has not set one.\n" +
  "# OPERATOR_CONTACT=mailto:... or https://... sets it when the app is started. /about#security says what there is.\n";
