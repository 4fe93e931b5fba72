/**
 * Small drawn signs. They never stand without words, so they are hidden from screen readers. They are drawn by styles
 * (globals.css): hundreds of pictures would each be a piece of the page that every paint puts together anew.
 */
function Mark({ of }: { of: string }) {
  return <span aria-hidden="true" className="mark" data-mark={of} />;
}

export const PlusMark = () => <Mark of="plus" />;
export const MinusMark = () => <Mark of="minus" />;
export const QuestionMark = () => <Mark of="question" />;
export const TickMark = () => <Mark of="tick" />;
export const CrossMark = () => <Mark of="cross" />;
export const ChevronMark = () => <Mark of="chevron" />;
