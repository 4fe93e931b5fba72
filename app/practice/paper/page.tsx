import type { Metadata } from "next";
import { Suspense } from "react";
import { PaperPage } from "../_components/paper-page.tsx";

export const metadata: Metadata = {
  title: "Practice on paper",
  description: "A sheet of fictional patients to score, with its key, for print and for flashcard programs.",
};

export default function Page() {
  return (
    <>
      <div className="practice-screen">
        <h1 className="practice-title">Practice on paper</h1>
        <p className="practice-lead">
          A sheet of cases with room for the answers, and its key. The same number gives a whole class the same sheet.
        </p>
      </div>
      <Suspense fallback={null}>
        <PaperPage />
      </Suspense>
    </>
  );
}
