import type { Metadata } from "next";
import { ProgressView } from "../_components/progress-view.tsx";

export const metadata: Metadata = {
  title: "Progress in practice",
  description: "What is strong and weak by rule and by domain, and how certainty compares with being right.",
};

export default function ProgressPage() {
  return <ProgressView />;
}
