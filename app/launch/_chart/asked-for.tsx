import { definitions } from "../../../criteria/named.ts";
import { askedCodes } from "../../../lib/fhir/asked-codes.ts";

const asked = askedCodes(definitions);
const count = asked.reduce((sum, { codes }) => sum + codes.length, 0);

/** Under which codes the record was asked, since a result under another one does not come. */
export function AskedFor() {
  return (
    <details className="border-t border-hairline py-3">
      <summary>Which results were asked for</summary>
      <p className="py-2 text-small">
        The record was asked for diagnoses and for results under {count} LOINC codes. A result under another code is not
        found: enter it in the calculator.
      </p>
      <ul className="text-small">
        {asked.map(({ label, codes }) => (
          <li key={label} className="break-words py-1">
            {label}:{" "}
            {codes.map((code, position) => (
              <span key={code}>
                {position > 0 && ", "}
                <span className="whitespace-nowrap">{code}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
