"use client";

import { groupIds } from "../readers.ts";
import { soon } from "../soon.tsx";
import { QuestionGroup } from "./group.tsx";
import "./questions.css";

const CatchUp = soon((code) => code.CatchUp);
const Worths = soon((code) => code.Worths);

export function Questions() {
  return (
    <>
      <CatchUp />
      <Worths />
      {groupIds.map((group) => (
        <QuestionGroup key={group} group={group} />
      ))}
    </>
  );
}
