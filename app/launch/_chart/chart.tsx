"use client";

import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import { withConfirmed } from "../../../lib/fhir/import/confirm.ts";
import { mayAsk, recordServers } from "../../../lib/fhir/record-servers.ts";
import { EMPTY_RECORD, isEmpty } from "../../../lib/record/edit.ts";
import { oneLine } from "../../../lib/record/one-line.ts";
import { ImportReport } from "../../_import/import-report.tsx";
import { useSession } from "../../_record/session/use-session.ts";
import { AskedFor } from "./asked-for.tsx";
import { authorize, fetchChart } from "./fetch-chart.ts";

const SERVERS = recordServers(process.env["NEXT_PUBLIC_SMART_SERVERS"]);

const client = new QueryClient({
  // A code that gives leave to read can be used once, so nothing is asked a second time.
  defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
});

type Stage = "unknown" | "none" | "launched" | "back" | "refused";

/** Where in the launch the address says that the browser is. */
function stageOf(search: string): Stage {
  const address = new URLSearchParams(search);
  if (address.has("error")) return "refused";
  if (address.has("code") && address.has("state")) return "back";
  return address.has("iss") ? "launched" : "none";
}

const never = () => () => {};
let first: Stage | undefined;

function useStage(): Stage {
  // Kept as it was when the page opened: the client takes the code out of the address once it has used it.
  return useSyncExternalStore(
    never,
    () => {
      first ??= stageOf(location.search);
      return first;
    },
    () => "unknown",
  );
}

/** The chart that opened this page: leave to read it, what it says, and what the user confirms of it. */
export function Chart() {
  return (
    <QueryClientProvider client={client}>
      <AtStage />
    </QueryClientProvider>
  );
}

function AtStage() {
  const stage = useStage();
  switch (stage) {
    case "unknown":
      return null;
    case "none":
      return <p>This page was not opened from an electronic record, so there is no chart to read.</p>;
    case "refused":
      return <Problem words="The record did not give leave to read." />;
    case "launched":
      return <Launched />;
    case "back":
      return <Read />;
  }
}

function Launched() {
  const { mutate, isIdle, error } = useMutation({ mutationFn: authorize });
  if (error) return <Problem words={`The record's server did not answer as expected: ${error.message}`} />;
  const server = new URLSearchParams(location.search).get("iss") ?? "";
  if (!mayAsk(server, SERVERS)) return <Problem words={`This app is not set up for the record at ${server}.`} />;
  return (
    <>
      <p className="break-words">
        Results and diagnoses of the patient in view will be read from <bdi>{oneLine(server)}</bdi>. Nothing is written
        there, and nothing is sent anywhere else.
      </p>
      <button type="button" className="button button-main my-4" disabled={!isIdle} onClick={() => mutate()}>
        Read the chart
      </button>
    </>
  );
}

function Read() {
  const { data, error } = useQuery({ queryKey: ["chart"], queryFn: ({ signal }) => fetchChart(signal) });
  const [record, setRecord] = useState<SleRecord>(EMPTY_RECORD);
  const session = useSession();
  const router = useRouter();
  if (error) return <Problem words={`The chart could not be read: ${error.message}`} />;
  if (!data) return <p role="status">Reading the chart.</p>;
  return (
    <>
      <ImportReport
        report={data}
        record={record}
        confirm={(proposals) => setRecord((before) => withConfirmed(before, proposals))}
      />
      <AskedFor />
      <button
        type="button"
        className="button button-main my-4"
        disabled={isEmpty(record)}
        onClick={() => {
          session.openAnother(record, "Opened from an electronic record");
          router.push("/");
        }}
      >
        Open in the calculator
      </button>
    </>
  );
}

function Problem({ words }: { readonly words: string }) {
  return (
    <div role="alert" className="problem">
      <p>{oneLine(words)}</p>
      <p>Open the app again from the record, or export the chart as a file and import that in the calculator.</p>
    </div>
  );
}
