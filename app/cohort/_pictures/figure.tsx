import { type ReactNode, useEffect, useRef, useState } from "react";
import { downloadPicture } from "./download-picture.ts";

/** The width of a picture before its place is measured, and the widest one. */
const USUAL = 640;
const WIDEST = 760;

/** A picture as wide as its place, what it shows in words, its numbers, and the way to take it along. */
export function Figure({
  name,
  of,
  caption,
  draw,
  numbers,
}: {
  /** Of the file, without its ending. */
  name: string;
  /** What it is a picture of. */
  of: string;
  caption: string;
  draw: (width: number) => ReactNode;
  numbers?: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.min(WIDEST, Math.max(240, Math.floor(entry.contentRect.width))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <figure className="cohort-figure">
      <div ref={place}>{draw(width)}</div>
      <figcaption>{caption}</figcaption>
      {numbers && (
        <details>
          <summary>The numbers</summary>
          {numbers}
        </details>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          const picture = place.current?.querySelector("svg");
          if (picture) downloadPicture(picture, name);
        }}
      >
        Save the picture of {of} (SVG)
      </button>
    </figure>
  );
}
