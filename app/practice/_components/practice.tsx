"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { practice } from "../../../criteria/practice/index.ts";
import { definitions } from "../../../criteria/without-examples.ts";
import { casesOf, wishOf } from "../../../lib/practice/sitting.ts";
import { Sitting } from "./sitting.tsx";
import { Start } from "./start.tsx";

export function Practice() {
  const query = useSearchParams().toString();
  const cases = useMemo(() => {
    const wish = wishOf(new URLSearchParams(query), definitions);
    return wish && casesOf(wish, practice, definitions);
  }, [query]);
  if (!cases) return <Start />;
  if (cases.length > 0) return <Sitting key={query} cases={cases} />;
  return (
    <>
      <p className="problem">This address names no case that exists. Choose here instead.</p>
      <Start />
    </>
  );
}
