import { Fragment } from "react";
import type { CriteriaSet } from "../../../criteria/types.ts";
import type { ReviewedDomain } from "../../../lib/practice/review.ts";

/** Points by domain, the trainee's beside the set's, with the rule where they differ. */
export function DomainReview({ domains, set }: { domains: readonly ReviewedDomain[]; set: CriteriaSet }) {
  return (
    <section>
      <h3>Points</h3>
      <table className="grid-table">
        <caption className="sr-only">Your points and those of {set.short}, by domain</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col" className="practice-number">
              Yours
            </th>
            <th scope="col" className="practice-number">
              Set
            </th>
          </tr>
        </thead>
        <tbody>
          {domains.map(({ id, title, given, points, agrees, reasons }) => (
            <Fragment key={id}>
              <tr data-agrees={agrees}>
                <th scope="row">
                  {title}
                  {!agrees && <span className="practice-differs">differs</span>}
                  {agrees && given !== points && <span className="practice-accepted">accepted</span>}
                </th>
                <td className="practice-number">{given}</td>
                <td className="practice-number">{points}</td>
              </tr>
              {reasons.length > 0 && (
                <tr>
                  <td colSpan={3}>
                    <ul className="practice-reasons">
                      {reasons.map(({ criterion, title: name, says }) => (
                        <li key={criterion}>
                          <a href={`/criteria/${set.id}#criterion-${criterion}`}>{name}</a>: {says}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
