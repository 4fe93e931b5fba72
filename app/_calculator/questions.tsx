"use client";

import { QuestionGroup } from "./question-group.tsx";
import { groupIds } from "./readers.ts";

export function Questions() {
  return groupIds.map((group) => <QuestionGroup key={group} group={group} />);
}
