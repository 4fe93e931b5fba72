import { Calculator } from "./_calculator/calculator.tsx";
import { SiteFooter } from "./_components/site-footer.tsx";
import { SiteHeader } from "./_components/site-header.tsx";
import { QUICK_FIND_ID } from "./_find/focus-quick-find.ts";
import { OpenPatient } from "./_record/patients/open-patient.tsx";
import { RecordHeader } from "./_record/sheet/menu.tsx";
import { RecordTools } from "./_record/sheet/tools.tsx";

/** The calculator is the front page. */
export default function Page() {
  return (
    <div className="calculator-page">
      <RecordHeader>
        <SiteHeader skipTo={QUICK_FIND_ID} patient={<OpenPatient />} tools={<RecordTools />} />
      </RecordHeader>
      <Calculator foot={<SiteFooter />} />
    </div>
  );
}
