import { definitions } from "../../../criteria/core.ts";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { restWords, stagesOf } from "../../../lib/practice/case.ts";
import { factsOf, keyOf, keySentence, notesOf } from "../../../lib/practice/paper.ts";
import { queryOf, type SittingCase, type SittingWish } from "../../../lib/practice/sitting.ts";
import { plainText } from "../../../lib/practice/story.ts";

interface Printed {
  readonly cases: readonly SittingCase[];
  readonly wish: SittingWish;
}

/** The cases, each with room for points by domain, a total and a verdict. */
export function PaperSheet({ cases, wish }: Printed) {
  return (
    <section className="paper" aria-label="Sheet">
      <PaperHead title="Cases to score" wish={wish} />
      {cases.map((one, position) => {
        const { practiceCase, set: id } = one;
        const set = definitions.sets.find((each) => each.id === id);
        return (
          <article key={practiceCase.id} className="paper-case">
            <h3>
              {position + 1}. {practiceCase.title}
            </h3>
            {stagesOf(practiceCase, definitions).map(({ stage, segments }) => (
              <p key={stage}>
                <span className="paper-stage">{stage}</span> {plainText(segments)}
              </p>
            ))}
            <p>{restWords(practiceCase)}</p>
            <p className="paper-answer">
              {set?.domains.map((domain) =>
                set.unit === "criteria" ? (
                  <span key={domain.id} className="paper-box">
                    {domain.title}
                  </span>
                ) : (
                  <span key={domain.id}>{domain.title} ____</span>
                ),
              )}
            </p>
            <p className="paper-answer">
              <span>{set?.short}: total ____</span>
              <span className="paper-box">{set?.outcome.met}</span>
              <span className="paper-box">{set?.outcome.notMet}</span>
              <span className="paper-box">Cannot be said yet</span>
              <span>sure: ____ %</span>
            </p>
          </article>
        );
      })}
    </section>
  );
}

/** What each set makes of each case. */
export function PaperKey({ cases, wish }: Printed) {
  return (
    <section className="paper paper-key" aria-label="Key">
      <PaperHead title="Key" wish={wish} />
      {cases.map((one, position) => (
        <article key={one.practiceCase.id} className="paper-case">
          <h3>
            {position + 1}. {one.practiceCase.title}
          </h3>
          <ul>
            {keyOf(one, definitions).map((line) => (
              <li key={line.set.id}>
                <span className={line.set.id === one.set ? "font-semibold" : undefined}>{keySentence(line)}</span>
                {line.set.id === one.set && line.why.map((says) => ` ${says}`)}
              </li>
            ))}
          </ul>
          {[...factsOf(one.practiceCase, definitions), ...notesOf(one, definitions)].map((says) => (
            <p key={says} className="practice-note">
              {says}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}

function PaperHead({ title, wish }: { title: string; wish: SittingWish }) {
  return (
    <header>
      <h2>{title}</h2>
      <p className="practice-note">
        {"seed" in wish ? `Paper ${wish.seed}, difficulty ${wish.difficulty}. ` : ""}
        <span className="paper-address">
          {location.host}/practice/sitting?{queryOf(wish)}
        </span>
      </p>
      <p className="paper-statement">{STATEMENT}</p>
    </header>
  );
}
