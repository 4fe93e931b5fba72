import { Calculator } from "./_calculator/calculator.tsx";
import { SiteFooter } from "./_components/site-footer.tsx";
import { SiteHeader } from "./_components/site-header.tsx";
import { QUICK_FIND_ID } from "./_find/focus-quick-find.ts";
import { RecordMenu } from "./_record/sheet/menu.tsx";

/** The calculator is the front page. */
export default function Page() {
  return (
    <div className="calculator-page">
      <SiteHeader skipTo={QUICK_FIND_ID}>
        <RecordMenu />
      </SiteHeader>
      <Calculator foot={<SiteFooter />} />
    </div>
  );
}
