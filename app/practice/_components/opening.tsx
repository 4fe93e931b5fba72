/** What stands on the page until its cases are there. */
export function Opening() {
  return (
    <>
      <h1 className="practice-title">Cases to score</h1>
      <p className="practice-lead">
        Fictional patients, one after another. Read what is told, say what counts, give points and a verdict; then see
        each difference with the rule behind it.
      </p>
    </>
  );
}
