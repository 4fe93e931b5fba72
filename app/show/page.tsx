import type { Metadata } from "next";
import { Room } from "./_room/room.tsx";

export const metadata: Metadata = {
  title: "Show to a room",
  description: "The open patient on a big screen: four criteria sets side by side, and what one changed answer does.",
  robots: { index: false },
};

export default function Page() {
  return <Room />;
}
