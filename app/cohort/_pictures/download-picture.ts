import { versionWords } from "../../../lib/definition/identity.ts";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { identity } from "../../../scripts/identity.ts";
import { download } from "../../_components/download.ts";
import { PALETTE } from "./palette.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Of the words at a picture's foot, in pixels; no character is wider than the second on average. */
const FOOT = { size: 12, character: 6.6, line: 16 };

/** Saves a picture as a file of its own, with the statement and the version: it goes where the page around it does not. */
export function downloadPicture(picture: SVGElement, name: string): void {
  const copy = picture.cloneNode(true) as SVGElement;
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("font-family", "Atkinson Hyperlegible Next, Helvetica, Arial, sans-serif");
  addFoot(copy, `${STATEMENT} SLE classification criteria, version ${versionWords(identity)}.`);
  download(withColors(new XMLSerializer().serializeToString(copy)), `${name}.svg`, "image/svg+xml");
}

function addFoot(picture: SVGElement, words: string): void {
  const [width, height] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
  if (!width || !height) return;
  const lines = linesOf(words, Math.floor(width / FOOT.character));
  for (const [position, line] of lines.entries()) {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", "0");
    text.setAttribute("y", String(height + FOOT.line * (position + 1) + 4));
    text.setAttribute("font-size", String(FOOT.size));
    text.setAttribute("fill", "var(--muted)");
    text.textContent = line;
    picture.append(text);
  }
  const whole = height + FOOT.line * lines.length + 12;
  picture.setAttribute("height", String(whole));
  picture.setAttribute("viewBox", `0 0 ${width} ${whole}`);
  picture.setAttribute("aria-label", `${picture.getAttribute("aria-label") ?? ""} ${words}`.trim());
}

/** Words in lines of at most so many characters. */
function linesOf(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The colors of the page's tokens written out, since other programs know no tokens: those for paper. */
export function withColors(svg: string): string {
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (_, token: string) => PALETTE[token] ?? "currentColor");
}
