import type { Metadata } from "next";
import { Suspense } from "react";
import { Practice } from "./_components/practice.tsx";

export const metadata: Metadata = {
  title: "Practice",
  description: "Score fictional patients by the classification criteria for SLE, and see which rule was missed.",
};

/** The start of practice, or, when the address names cases, the sitting itself. */
export default function PracticePage() {
  return (
    <Suspense fallback={<h1 className="practice-title">Practice</h1>}>
      <Practice />
    </Suspense>
  );
}
