import { download } from "../../_components/download.ts";
import { PALETTE } from "./palette.ts";

/** Saves a picture as a file of its own. */
export function downloadPicture(picture: SVGElement, name: string): void {
  const copy = picture.cloneNode(true) as SVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", "Atkinson Hyperlegible Next, Helvetica, Arial, sans-serif");
  download(withColors(new XMLSerializer().serializeToString(copy)), `${name}.svg`, "image/svg+xml");
}

/** The colors of the page's tokens written out, since other programs know no tokens: those for paper. */
export function withColors(svg: string): string {
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (_, token: string) => PALETTE[token] ?? "currentColor");
}
