import type { Metadata } from "next";
import Link from "next/link";
import { Article, Section, Tool } from "../_reference/article.tsx";
import { Chart } from "./_chart/chart.tsx";

const lead = "Reads laboratory values and diagnoses from the electronic record that opened this page (SMART on FHIR).";

export const metadata: Metadata = { title: "From an electronic record", description: lead, robots: { index: false } };

export default function Page() {
  return (
    <Article title="From an electronic record" lead={lead}>
      <Section id="chart" title="The chart">
        <Tool>
          <Chart />
        </Tool>
        <p>
          How to register the app with a record is on the <Link href="/developers#smart">page for developers</Link>.
        </p>
      </Section>
    </Article>
  );
}
