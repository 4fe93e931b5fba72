import { Calculator } from "./_calculator/calculator.tsx";
import { SiteHeader } from "./_components/site-header.tsx";
import { RecordMenu } from "./_record/record-menu.tsx";

/** The calculator is the front page. */
export default function Page() {
  return (
    <div className="calculator-page">
      <SiteHeader>
        <RecordMenu />
      </SiteHeader>
      <Calculator />
    </div>
  );
}
