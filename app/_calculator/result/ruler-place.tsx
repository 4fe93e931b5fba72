import { soon } from "../soon.tsx";

/** The ruler of a set. Its place is kept until it is there. */
export const RulerPlace = soon(
  (code) => code.ResultRuler,
  ({ large }) => (
    <>
      <div className="ruler" />
      {large && <div className="ruler-marks" />}
    </>
  ),
);
