/** The tokens of the light scheme (app/globals.css) that pictures use. */
export const PALETTE: Readonly<Record<string, string>> = {
  paper: "#faf7f1",
  ink: "#1f1b22",
  muted: "#5d5762",
  hairline: "#e0d9cd",
  control: "#8b8490",
  accent: "#6d2460",
  "accent-soft": "#f1e4ee",
};
