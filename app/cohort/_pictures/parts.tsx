/** What the pictures draw alike: the fills of the three verdicts, and what they mean. */

/** Of a text in a picture, in pixels. */
export const TEXT = 14;

export type Part = "classified" | "undetermined" | "not-classified";

/** The fill of an undetermined part: told apart by texture, not by color alone. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--accent-soft)" />
        <rect width="1.5" height="6" fill="var(--accent)" />
      </pattern>
    </defs>
  );
}

export function PartRect({
  part,
  hatch,
  ...place
}: {
  part: Part;
  hatch: string;
  x: number;
  y: number;
  width: number;
  height: number;
}) {
  const fill = part === "classified" ? "var(--accent)" : part === "undetermined" ? `url(#${hatch})` : "var(--paper)";
  return (
    <rect
      {...place}
      fill={fill}
      stroke={part === "not-classified" ? "var(--control)" : "var(--accent)"}
      strokeWidth="1"
    />
  );
}

const LEGEND: readonly { readonly part: Part; readonly words: string }[] = [
  { part: "classified", words: "classified" },
  { part: "undetermined", words: "undetermined" },
  { part: "not-classified", words: "not classified" },
];

/** How far apart the entries of a legend are: beside each other where there is room. */
const ENTRY = 130;

export const legendHeight = (width: number, more = 0): number =>
  20 * Math.ceil((LEGEND.length + more) / Math.max(1, Math.floor(width / ENTRY)));

/** What the fills mean; `mark`, where there is one, is what a line means. */
export function Legend({ y, width, hatch, mark }: { y: number; width: number; hatch: string; mark?: string }) {
  const across = Math.max(1, Math.floor(width / ENTRY));
  const at = (position: number) => ({ x: (position % across) * ENTRY, y: y + 20 * Math.floor(position / across) });
  return (
    <g>
      {LEGEND.map(({ part, words }, position) => (
        <g key={part}>
          <PartRect
            part={part}
            hatch={hatch}
            x={at(position).x + 0.5}
            y={at(position).y + 0.5}
            width={12}
            height={12}
          />
          <text x={at(position).x + 18} y={at(position).y + 11} fontSize={TEXT} fill="var(--muted)">
            {words}
          </text>
        </g>
      ))}
      {mark && (
        <g>
          <line
            x1={at(LEGEND.length).x + 6}
            x2={at(LEGEND.length).x + 6}
            y1={at(LEGEND.length).y - 1}
            y2={at(LEGEND.length).y + 14}
            stroke="var(--ink)"
            strokeWidth="2"
          />
          <text x={at(LEGEND.length).x + 18} y={at(LEGEND.length).y + 11} fontSize={TEXT} fill="var(--muted)">
            {mark}
          </text>
        </g>
      )}
    </g>
  );
}
