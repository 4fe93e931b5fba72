"use client";

import { type ReactNode, useEffect } from "react";
import { soon } from "../../_calculator/soon.tsx";
import { LastMessage } from "../../_components/last-message.tsx";
import { late } from "../../_components/late.tsx";
import { showSheet, useView } from "../../_store/view-store.ts";
import { useSavedRecord } from "../session/use-saved-record.ts";
import { useShortcuts } from "../shortcuts/use-shortcuts.ts";
import { CopyContext } from "./tools.tsx";
import { useCopy } from "./use-copy.tsx";

const Paper = soon((code) => code.Paper);

/** Loaded when first opened. */
const RecordSheet = late(() => import("./record-sheet.tsx").then((all) => all.RecordSheet));
const ImportSheet = late(() => import("../../_import/import-sheet.tsx").then((all) => all.ImportSheet));
const TextSheet = late(() => import("../../_reading/text-sheet.tsx").then((all) => all.TextSheet));
const ShortcutsSheet = late(() => import("../shortcuts/shortcuts-sheet.tsx").then((all) => all.ShortcutsSheet));

const closeSheet = () => showSheet(undefined);

/** Around the top of the calculator, which the server renders: what its tools do, and the sheets that open from there. */
export function RecordHeader({ children }: { children: ReactNode }) {
  const sheet = useView((view) => view.sheet);
  const { copy, copied } = useCopy();
  useShortcuts();
  useSavedRecord();
  // No sheet lies over the page that one comes back to.
  useEffect(() => closeSheet, []);
  return (
    <>
      <CopyContext value={copy}>{children}</CopyContext>
      {/* Not in the menu, which may be closed: a sheet in it would be so too. */}
      {copied && <div className="px-4 py-2 empty:hidden lg:px-6">{copied}</div>}
      <Paper />
      <LastMessage silent={sheet !== undefined} />
      {(sheet === "record" || sheet === "examples") && (
        <RecordSheet examples={sheet === "examples"} close={closeSheet} />
      )}
      {sheet === "import" && <ImportSheet close={closeSheet} />}
      {sheet === "text" && <TextSheet close={closeSheet} />}
      {sheet === "keys" && <ShortcutsSheet close={closeSheet} />}
    </>
  );
}
