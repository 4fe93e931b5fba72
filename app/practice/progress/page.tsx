import type { Metadata } from "next";
import { ProgressView } from "../_components/progress-view.tsx";

export const metadata: Metadata = {
  title: "Progress in practice",
  description: "What is strong and weak by rule and by domain, and how certainty compares with being right.",
};

export default function ProgressPage() {
  return (
    <>
      <h1 className="practice-title">Progress</h1>
      <p className="practice-lead">
        What you score right and wrong, by domain and by rule, and how sure you were. It lies on this device only, in
        this browser.
      </p>
      <ProgressView />
    </>
  );
}
