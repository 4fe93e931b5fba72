import { CatchUp } from "../_store/catch-up.ts";
import { Meant } from "./meant.ts";
import { PlaceWhenTurned } from "./place-when-turned.ts";

/** What listens to the whole page and shows nothing. */
export function Listeners() {
  return (
    <>
      <CatchUp />
      <Meant />
      <PlaceWhenTurned />
    </>
  );
}
