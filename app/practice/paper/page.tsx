import type { Metadata } from "next";
import { Suspense } from "react";
import { Paper } from "../_components/paper.tsx";

export const metadata: Metadata = {
  title: "Practice on paper",
  description: "A sheet of fictional patients to score, with its key, for print and for flashcard programs.",
};

export default function PaperPage() {
  return (
    <Suspense fallback={<h1 className="practice-title">Practice on paper</h1>}>
      <Paper />
    </Suspense>
  );
}
