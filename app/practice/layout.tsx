import type { ReactNode } from "react";
import { RulerTextures } from "../_calculator/result/ruler.tsx";
import { SiteHeader } from "../_components/site-header.tsx";
import { PracticeMenu } from "./_components/practice-menu.tsx";
import "./practice.css";

export default function PracticeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <RulerTextures />
      <main id="content" className="practice">
        <PracticeMenu />
        {children}
      </main>
    </>
  );
}
