import type { Metadata } from "next";
import Link from "next/link";
import { OperatorLine } from "../_components/operator.tsx";
import { Article, Section } from "../_reference/article.tsx";

const lead = "What is entered stays on the device. This page says what that means, and where it ends.";

export const metadata: Metadata = { title: "Privacy", description: lead };

const sections = [
  { id: "device", title: "What stays on this device" },
  { id: "leaves", title: "What leaves it, and only when you do it" },
  { id: "server", title: "What reaches the server" },
  { id: "rounds", title: "What a teaching round keeps" },
  { id: "erase", title: "How to erase it" },
  { id: "who", title: "Who answers for this server" },
] as const;

/** How this app treats what is entered. */
export default function Page() {
  const [device, leaves, server, rounds, erase, who] = sections;
  return (
    <Article title="Privacy" lead={lead} sections={sections}>
      <Section {...device}>
        <p>
          Scoring runs in your browser. Records of patients, and answers given in practice, are kept in this browser's
          storage on this device until you erase them. They are sent nowhere but where you open a teaching round about a
          patient of yours. Whoever uses the same browser profile can read them.
        </p>
        <p>
          A record has no place for a name, a birth date or a number of a patient. Use a reference of your own for its
          label, and write no name into a note.
        </p>
        <p>
          There are no accounts, no cookies but those of a teaching round that you join, no advertising, no measuring of
          visits, and nothing is loaded from another address. The browser keeps the app's own files, so that it works
          without a network.
        </p>
      </Section>
      <Section {...leaves}>
        <ul>
          <li>
            A note, a file or a print-out holds the record. What happens to it then is in your hands and those of
            whoever receives it.
          </li>
          <li>
            A share link carries the whole record behind the # of its address, which browsers do not send to servers.
            Whoever has the link can read it, and a messenger or mail server that carries it can too.
          </li>
          <li>
            A file that you import is read in the browser, and so is a <Link href="/cohort">cohort</Link>, of which
            nothing is kept but a patient whom you open in the calculator. A page that an electronic record opens (
            <Link href="/launch">launch</Link>) fetches the chart from that record's server to the browser, and from
            nowhere else.
          </li>
        </ul>
      </Section>
      <Section {...server}>
        <p>
          The server delivers the pages. Like every web server it sees the address of the device and which page is asked
          for; this app writes none of it down. What stands before it, such as a proxy of your institution, may keep its
          own log.
        </p>
        <p>
          Programs may send a record to the <Link href="/developers">interface for programs</Link>. It is answered and
          forgotten: neither kept nor logged. The pages themselves never do so.
        </p>
      </Section>
      <Section {...rounds}>
        <p>
          A teaching round is the one thing that is kept on the server: its case, its questions, and the votes under the
          numbers in which phones joined. No name, no address and no device is kept with them. What proves that a phone
          is the same one is a random number in a cookie of that room; the server keeps only its hash. Nobody is shown
          who answered what. Where the presenter chose that the exports have a line for each number, every phone says so
          before it joins.
        </p>
        <p>
          A room is erased 24 hours after the last action in it, or at once when the presenter erases it. The cookie
          opens nothing then, and the browser drops it within 30 days. Use made-up cases, or cases from which nobody can
          be known, in a round: whoever has the code can read the case.
        </p>
      </Section>
      <Section {...erase}>
        <p>
          <em>Erase everything on this device</em>, in the menu of the record, removes every record and every answer
          that this app keeps. Clearing the data of this site in the browser's settings does the same. Nothing is left
          anywhere else, but for the room of a teaching round, which its presenter erases.
        </p>
      </Section>
      <Section {...who}>
        <p>
          <OperatorLine />
        </p>
      </Section>
    </Article>
  );
}
