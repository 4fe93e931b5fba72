import { type ComponentProps, useId } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { TestId } from "../../../criteria/types.ts";
import { TestWorth } from "../questions/worth.tsx";

/** The name of a test with the field for its value and the choice of its unit. */
export function ValueLine({
  test,
  value,
  unit,
}: {
  test: TestId;
  value: ComponentProps<"input">;
  unit: ComponentProps<"select">;
}) {
  const id = useId();
  const { label, units, titer } = definitions.tests[test];
  return (
    <div className="test-line">
      <label htmlFor={id} className="test-label">
        {label}
      </label>
      <TestWorth id={`${id}-worth`} test={test} />
      <div className="test-value">
        <input
          id={id}
          type="text"
          inputMode={titer ? "text" : "decimal"}
          autoComplete="off"
          className="field number"
          {...value}
          aria-describedby={[`${id}-worth`, value["aria-describedby"]].filter(Boolean).join(" ")}
        />
        {units.length > 1 ? (
          <select aria-label={`${label}, unit`} className="field test-unit" {...unit}>
            {units.map((one) => (
              <option key={one.unit} value={one.unit}>
                {one.label}
              </option>
            ))}
          </select>
        ) : (
          <span className="test-unit px-2 text-muted">{units[0].label}</span>
        )}
      </div>
    </div>
  );
}
