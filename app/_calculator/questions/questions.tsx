"use client";

import { groupIds } from "../readers.ts";
import { soon } from "../soon.tsx";
import { QuestionGroup } from "./group.tsx";
import "./questions.css";

const Listeners = soon((code) => code.Listeners);
const Worths = soon((code) => code.Worths);

export function Questions() {
  return (
    <>
      <Listeners />
      <Worths />
      {groupIds.map((group) => (
        <QuestionGroup key={group} group={group} />
      ))}
    </>
  );
}
