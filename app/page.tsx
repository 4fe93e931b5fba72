import { Calculator } from "./_calculator/calculator.tsx";
import { SiteFooter } from "./_components/site-footer.tsx";
import { RecordHeader } from "./_record/sheet/menu.tsx";

/** The calculator is the front page. */
export default function Page() {
  return (
    <div className="calculator-page">
      <RecordHeader />
      <Calculator foot={<SiteFooter />} />
    </div>
  );
}
