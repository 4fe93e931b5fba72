"use client";

import { groupIds } from "../readers.ts";
import { QuestionGroup } from "./group.tsx";

export function Questions() {
  return groupIds.map((group) => <QuestionGroup key={group} group={group} />);
}
