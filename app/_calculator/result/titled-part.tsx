import type { ReactNode } from "react";

/** A titled part of the opened set; one that asks for attention says so in its heading. */
export function Part({
  title,
  attention = false,
  children,
}: {
  title: string;
  attention?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="part" data-attention={attention}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
