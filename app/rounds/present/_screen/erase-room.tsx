"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../_client/ask.ts";

/** Asks once: what is erased is gone for everybody. */
export function EraseRoom({ code }: { code: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const erase = useMutation({
    networkMode: "always",
    mutationFn: () => ask(`/${code}`, "", { method: "DELETE" }),
  });
  const failed = erase.data && !("body" in erase.data);
  return (
    <div className="stage-steps stage-no-print">
      {isAsking ? (
        <>
          <span>Erase the room, every answer in it and its summary, for everybody?</span>
          <button type="button" className="stage-button stage-next" onClick={() => erase.mutate()}>
            Erase it now
          </button>
          <button type="button" className="stage-button" onClick={() => setIsAsking(false)}>
            Keep it
          </button>
        </>
      ) : (
        <button type="button" className="stage-button" onClick={() => setIsAsking(true)}>
          Erase now
        </button>
      )}
      {failed && <span role="alert">It was not erased: the server did not answer. Press again.</span>}
    </div>
  );
}
