"use client";

import { groupIds } from "../readers.ts";
import { QuestionGroup } from "./group.tsx";
import { useWorths } from "./worth-store.ts";
import "./questions.css";

export function Questions() {
  useWorths();
  return groupIds.map((group) => <QuestionGroup key={group} group={group} />);
}
