import type { Metadata } from "next";
import { Present } from "./_screen/present.tsx";

export const metadata: Metadata = {
  title: "A round",
  description:
    "A teaching round on a big screen: the question, the spread of the answers, and what each would have done.",
  robots: { index: false },
};

export default function Page() {
  return <Present />;
}
