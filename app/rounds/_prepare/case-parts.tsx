"use client";

import { useId } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { MOST } from "../../../lib/rounds/round.ts";
import type { Draft } from "./prepare.tsx";

/** The parts of the case as the room reads them. Each question says how many of them have been told. */
export function CaseParts() {
  const { control, register } = useFormContext<Draft>();
  const { fields } = useFieldArray({ control, name: "parts" });
  const id = useId();
  return (
    <ol className="prepare-parts">
      {fields.map(({ id: key }, position) => (
        <li key={key}>
          <label className="prepare-field" htmlFor={`${id}-${position}-title`}>
            Part {position + 1}
            <input
              id={`${id}-${position}-title`}
              className="field"
              maxLength={MOST.title}
              {...register(`parts.${position}.title`)}
            />
          </label>
          <textarea
            aria-label={`Text of part ${position + 1}`}
            className="field prepare-text"
            rows={4}
            maxLength={MOST.partText}
            {...register(`parts.${position}.text`)}
          />
        </li>
      ))}
    </ol>
  );
}
