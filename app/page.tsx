import { Calculator } from "./_calculator/calculator.tsx";
import { RecordHeader } from "./_record/sheet/menu.tsx";

/** The calculator is the front page. */
export default function Page() {
  return (
    <div className="calculator-page">
      <RecordHeader />
      <Calculator />
    </div>
  );
}
