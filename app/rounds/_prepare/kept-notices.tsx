import { type ReactNode, useState, useSyncExternalStore } from "react";
import { KeptNotice } from "../../_components/kept-notice.tsx";
import { isKeptHere, keptRooms, keptRound } from "./kept.ts";

const WHERE = "the list under Record in the calculator";

/** What there is to know about what this device keeps of rounds. `save` downloads the one in this window. */
export function KeptNotices({ save }: { readonly save: () => void }) {
  const kept = useSyncExternalStore(keptRound.subscribe, keptRound.getState, keptRound.getState).value;
  const [first] = useState(kept);
  const isAnothers = kept !== undefined && kept !== first && !isKeptHere(kept);
  const download: ReactNode = (
    <button type="button" className="link" onClick={save}>
      Download it as it is
    </button>
  );
  return (
    // Always there: a screen reader does not hear what appears together with its words.
    <div role="status" aria-atomic={false} className="notices">
      <KeptNotice kept={keptRound} what="round in preparation" where={WHERE} file="sle-round-kept.json">
        Preparing goes on, but the round could not be saved and is lost when this window closes. {download}
      </KeptNotice>
      {isAnothers && (
        <p className="bg-attention-soft px-3 py-2 text-small">
          A round is being prepared in another window too. This browser keeps one, the one that was changed last: what
          is in this window is not kept now. {download}
        </p>
      )}
      <KeptNotice kept={keptRooms} what="list of opened rooms" where={WHERE} file="sle-rounds-kept.json">
        Rooms that you open are not listed here. A host link, under your notes, leads back to each.
      </KeptNotice>
    </div>
  );
}
