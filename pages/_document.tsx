import { Head, Html, Main, NextScript } from "next/document";

/** What stands around the phone's page. The title is the same whatever happens on it, so that it needs no script. */
export default function Document() {
  return (
    <Html lang="en">
      <Head>
        <title>Join a round · SLE classification criteria</title>
        <meta
          name="description"
          content="A phone in a teaching round on the classification criteria of SLE: join with the code on the screen, answer, and see why."
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12151d" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </Head>
      <body>
        <noscript>
          <p className="problem">
            This browser runs no scripts here. To join a round needs them. Without scripts there are to read:{" "}
            <a className="underline" href="/criteria">
              the criteria of each set
            </a>{" "}
            and{" "}
            <a className="underline" href="/findings">
              what each finding means
            </a>
            .
          </p>
        </noscript>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
