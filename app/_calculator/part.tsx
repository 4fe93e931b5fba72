import type { ReactNode } from "react";

/** A titled part of the opened set. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="part">
      <h4>{title}</h4>
      {children}
    </div>
  );
}
