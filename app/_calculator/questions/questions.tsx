"use client";

import { groupIds } from "../readers.ts";
import { QuestionGroup } from "./group.tsx";
import "./questions.css";

export function Questions() {
  return groupIds.map((group) => <QuestionGroup key={group} group={group} />);
}
