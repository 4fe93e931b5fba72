import "./no-scripts.css";

/** What is there to read where no script runs, and what is not there: read by those alone whose browser runs none. */
export function NoScripts() {
  return (
    <noscript>
      <div className="no-scripts">
        <p className="problem">
          This browser runs no scripts here. The calculator, practice, rounds, cohorts and the reading of letters and
          files need them, so that nothing can be entered or scored; nothing is sent anywhere either. Without scripts
          there are to read: <a href="/criteria">the criteria of each set, and what they say differently</a>,{" "}
          <a href="/findings">what each finding means</a>, <a href="/about">what this app is for and what not</a>,{" "}
          <a href="/trust">why trust it</a>, <a href="/privacy">privacy</a>, <a href="/changelog">what changed</a> and{" "}
          <a href="/developers">the interface for programs</a>, which works as it always does.
        </p>
      </div>
    </noscript>
  );
}
