"use client";

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from "react";
import { fetched } from "../_components/fetched.ts";
import { NotFetched } from "../_components/late.tsx";
import { useSessionState } from "../_record/session/use-session.ts";
import { afterPaint } from "../_store/after-paint.ts";
import { useRecord } from "../_store/use-record.ts";

type Code = typeof import("./after-first-paint.ts");

const code = fetched(() => import("./after-first-paint.ts"));
const again = () => void code.fetch().catch(() => undefined);

/** Fetches what the first paint did without, once that paint is out of the way. */
export function fetchSoon(): void {
  afterPaint(() => void code.fetchInTheEnd());
}

/**
 * A part of the page out of `after-first-paint.ts`, at the place where it is used. From when the code is there it
 * renders as any other part does, in the same frame; `meanwhile` stands in its place until then.
 */
export function soon<Props extends object>(
  of: (code: Code) => ComponentType<Props>,
  meanwhile: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  return function Soon(props) {
    const there = useSyncExternalStore(code.subscribe, code.now, () => undefined);
    if (!there) return <Awaited>{meanwhile(props)}</Awaited>;
    const Part = of(there);
    return <Part {...props} />;
  };
}

/** An answer is the sign to try again. */
function Awaited({ children }: { children: ReactNode }) {
  const record = useRecord((whole) => whole);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every answer
  useEffect(() => {
    if (code.failed()) again();
  }, [record]);
  return children;
}

/** Says at the top of the form what is missing from it, while it is. */
export function SoonFailed() {
  const failed = useSyncExternalStore(code.subscribe, code.failed, () => false);
  const saving = useSessionState((state) => state.saving);
  if (!failed) return null;
  return (
    <NotFetched what="What explains scores and problems" again={again}>
      {saving === "saved"
        ? "What you entered is kept on this device."
        : "What you entered is lost then: it is not kept."}
    </NotFetched>
  );
}
