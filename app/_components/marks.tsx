/** Small drawn signs. They never stand without words, so they are hidden from screen readers. */

function Mark({ path }: { path: string }) {
  return (
    <svg aria-hidden="true" className="mark" viewBox="0 0 16 16" width="16" height="16">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const PlusMark = () => <Mark path="M8 3.5v9M3.5 8h9" />;
export const MinusMark = () => <Mark path="M3.5 8h9" />;
export const QuestionMark = () => <Mark path="M5.6 6.2a2.5 2.5 0 1 1 3.5 2.4c-.8.4-1.1.8-1.1 1.6M8 12.6v.1" />;
export const TickMark = () => <Mark path="M3.5 8.5l3 3 6-7" />;
export const CrossMark = () => <Mark path="M4.5 4.5l7 7M11.5 4.5l-7 7" />;
export const ChevronMark = () => <Mark path="M6 4l4 4-4 4" />;
