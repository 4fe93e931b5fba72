"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { dequal } from "dequal/lite";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useEffect, useEffectEvent, useId, useState, useSyncExternalStore } from "react";
import { FormProvider, type Resolver, useForm, useFormContext, useWatch } from "react-hook-form";
import { definitions } from "../../../criteria/named.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { presenterAddress } from "../../../lib/rounds/address.ts";
import { type RoundPatient, readRound, writeRound } from "../../../lib/rounds/prepare.ts";
import {
  type CasePart,
  MOST,
  type PreparedQuestion,
  type PreparedRound,
  roundSchema,
} from "../../../lib/rounds/round.ts";
import { download } from "../../_components/download.ts";
import { ask, type Refused } from "../_client/ask.ts";
import { CaseParts } from "./case-parts.tsx";
import { createDropped } from "./dropped.ts";
import { keepOpened, keepRound, keptRooms, keptRound, roomsAt } from "./kept.ts";
import { KeptNotices } from "./kept-notices.tsx";
import { PatientChoice } from "./patient-choice.tsx";
import { Questions } from "./questions.tsx";

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** A prepared round while it is written: the same, with lists that grow and shrink. */
export interface Draft {
  format: "sle-round/1";
  title: string;
  record: SleRecord;
  parts: CasePart[];
  sets: string[];
  questions: PreparedQuestion[];
  numbered: boolean;
}

const resolver = zodResolver(roundSchema(definitions) as never) as unknown as Resolver<Draft, unknown, Draft>;

const EMPTY: Draft = {
  format: "sle-round/1",
  title: "",
  record: { format: "sle-record/1" },
  parts: [],
  sets: definitions.sets.map(({ id }) => id),
  questions: [],
  numbered: false,
};

const draftOf = ({ parts, sets, questions, ...rest }: PreparedRound): Draft => ({
  ...rest,
  parts: [...parts],
  sets: [...sets],
  questions: [...questions],
});

export function Prepare() {
  return (
    <QueryClientProvider client={client}>
      <PrepareForm />
    </QueryClientProvider>
  );
}

function PrepareForm() {
  const [first] = useState(() => {
    const kept = keptRound.getState().value;
    return kept ? draftOf(kept) : EMPTY;
  });
  const form = useForm<Draft, unknown, Draft>({ resolver, defaultValues: first, shouldFocusError: true });
  const { formState, handleSubmit, register, reset, getValues, setValue } = form;
  const isKept = useSyncExternalStore(keptRound.subscribe, keptRound.getState, keptRound.getState).saving === "saved";
  /** What another patient or file took the place of. */
  const [before, setBefore] = useState<Draft>();
  /** What was put there last, and how many were: what was removed from one is not to be put back into another. */
  const [last, setLast] = useState<{ readonly draft?: Draft; readonly place: number }>({ place: 0 });
  const [said, setSaid] = useState("");
  const id = useId();
  const parts = useWatch({ control: form.control, name: "parts" });
  useEffect(() => {
    const { unsubscribe } = form.watch(() => keepRound(getValues()));
    return unsubscribe;
  }, [form, getValues]);

  const put = (draft: Draft, words: string) => {
    reset(draft);
    keepRound(draft);
    setSaid(words);
    setLast((one) => ({ draft, place: one.place + 1 }));
  };
  const replace = (draft: Draft, words: string) => {
    const now = getValues();
    const isWritten = now.questions.length > 0 || now.title !== "";
    // A patient who was taken and not written on is no loss: pressed twice, the way back stays to what was written.
    if (isWritten && !dequal(now, last.draft)) setBefore(now);
    put(draft, words);
  };
  const take = ({ title, record, parts: told }: RoundPatient) =>
    replace({ ...EMPTY, sets: getValues("sets"), title, record, parts: [...told] }, `Patient: ${title}.`);
  const openFile = async (file: File) => {
    const read = readRound(await file.text(), definitions);
    if ("round" in read) replace(draftOf(read.round), `Opened: ${read.round.title}.`);
    else setSaid(`The file was not opened. ${read.why}`);
  };
  const chooseFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) await openFile(file);
    target.value = "";
  };
  const [dropped] = useState(createDropped);
  useDrop(async (file) => {
    if (isNamedAsData(file) || /^[\s\uFEFF]*[{[]/.test(await file.slice(0, 200).text())) await openFile(file);
    else dropped.drop(file);
  });
  const hasPatient = parts.length > 0;
  const { errors } = formState;
  return (
    <FormProvider {...form}>
      <RoomsHere />
      <KeptNotices save={() => download(writeRound(getValues()), "sle-round.json", "application/json")} />
      <form onSubmit={(event) => event.preventDefault()} noValidate>
        <section className="prepare-part" aria-labelledby={`${id}-patient`}>
          <h2 id={`${id}-patient`}>1. Patient</h2>
          <PatientChoice take={take} dropped={dropped} />
          <p>
            <label className="prepare-file">
              Or open a round that was saved:{" "}
              <input type="file" accept=".json,application/json" onChange={(event) => void chooseFile(event)} />
            </label>
          </p>
          <p role="status">{said}</p>
          {before && (
            <p>
              <button
                type="button"
                className="link"
                onClick={() => {
                  put(before, "The round before is back.");
                  setBefore(undefined);
                }}
              >
                Take back: {before.title || "the round before"}
              </button>
            </p>
          )}
        </section>
        {hasPatient && (
          <>
            <section className="prepare-part" aria-labelledby={`${id}-case`}>
              <h2 id={`${id}-case`}>2. What the room is told</h2>
              <label className="prepare-field" htmlFor={`${id}-title`}>
                Title, which everybody sees
                <input
                  id={`${id}-title`}
                  className="field"
                  maxLength={MOST.title}
                  aria-invalid={errors.title ? true : undefined}
                  {...register("title")}
                />
              </label>
              {errors.title && <p className="problem">{errors.title.message}</p>}
              <CaseParts />
              <fieldset className="prepare-sets">
                <legend>Sets to speak of</legend>
                {definitions.sets.map((set) => (
                  <label key={set.id}>
                    <input type="checkbox" value={set.id} {...register("sets")} /> {set.short}
                  </label>
                ))}
              </fieldset>
              {errors.sets && <p className="problem">{errors.sets.message}</p>}
            </section>
            <Questions key={last.place} />
            <section className="prepare-part" aria-labelledby={`${id}-open`}>
              <h2 id={`${id}-open`}>4. Open the room</h2>
              <label className="prepare-check">
                <input type="checkbox" {...register("numbered")} /> Number the phones, so that the files of the round
                list each phone's answers under its number. Every phone says so before it joins.
              </label>
              <OpenRoom
                save={() =>
                  void handleSubmit((round) =>
                    download(writeRound(round), `${fileName(round.title)}.json`, "application/json"),
                  )()
                }
                isKept={isKept}
                startAgain={() => {
                  replace(EMPTY, "The form is empty.");
                  setValue("sets", EMPTY.sets);
                }}
              />
            </section>
          </>
        )}
      </form>
    </FormProvider>
  );
}

const isNamedAsData = ({ name, type }: File): boolean => type === "application/json" || /\.json$/i.test(name);

/** Takes a file that is dropped anywhere on the page, which the browser would open in its place. */
function useDrop(take: (file: File) => Promise<void>): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void taken(file);
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
}

/** What there is to know about what is kept of rounds on this device. */
const fileName = (title: string) => `sle-round ${title.replaceAll(/[^\p{L}\p{N} -]/gu, "").trim()}`.slice(0, 80).trim();

/** Whether rooms can be kept here, and those that were opened in this browser. */
function RoomsHere() {
  const { data } = useQuery({ queryKey: ["rooms"], queryFn: () => ask("", "sle-rounds/1"), networkMode: "always" });
  const opened = useSyncExternalStore(keptRooms.subscribe, keptRooms.getState, keptRooms.getState).value;
  const [now] = useState(Date.now);
  const rooms = roomsAt(opened, now);
  return (
    <>
      {data && "refused" in data && <Unavailable refused={data.refused} />}
      {data && "away" in data && (
        <p className="problem">
          The server does not answer. A round can be prepared and saved; its room needs the server.
        </p>
      )}
      {rooms.length > 0 && (
        <section className="prepare-part">
          <h2>Rooms opened in this browser</h2>
          <ul>
            {rooms.map(({ code, title, at }) => (
              <li key={code}>
                <a href={presenterAddress(code)}>{title}</a>, {new Date(at).toLocaleString("en-US", SHORT)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const SHORT = { dateStyle: "medium", timeStyle: "short" } as const;

function Unavailable({ refused: { title, detail } }: { refused: Refused }) {
  return (
    <p className="problem">
      <strong>{title}.</strong> {detail} A round can be prepared and saved as a file all the same.
    </p>
  );
}

function OpenRoom({ save, isKept, startAgain }: { save: () => void; isKept: boolean; startAgain: () => void }) {
  const router = useRouter();
  const { handleSubmit, formState } = useFormContext<Draft, unknown, Draft>();
  const open = useMutation({
    networkMode: "always",
    mutationFn: (json: Draft) => ask<{ readonly code: string }>("", "sle-room-opened/1", { method: "POST", json }),
    onSuccess: (answer, { title }) => {
      if (!("body" in answer)) return;
      const { code } = answer.body;
      keepOpened({ code, title, at: Date.now() });
      router.push(presenterAddress(code) as Route);
    },
  });
  const { data } = open;
  const isWrong = Object.keys(formState.errors).length > 0;
  return (
    <>
      <p className="prepare-note">
        The round, with its patient's record and your notes, is sent to this server. It is kept for 24 hours after the
        last action in the room, then erased; you can erase it earlier. Use no real patient who could be recognized.
      </p>
      <div className="prepare-actions">
        <button
          type="button"
          className="button button-main"
          disabled={open.isPending}
          onClick={() => void handleSubmit((round) => open.mutate(round))()}
        >
          Open the room
        </button>
        <button type="button" className="button" onClick={save}>
          Save as a file
        </button>
        <button type="button" className="button" onClick={startAgain}>
          Start again
        </button>
      </div>
      <p role="status">
        {open.isPending
          ? "Opening the room."
          : data && "away" in data
            ? "The server does not answer. Nothing is lost; try again."
            : data && "refused" in data
              ? `${data.refused.title}. ${data.refused.detail}`
              : isKept
                ? "What you write is kept on this device."
                : "This browser keeps nothing: save the round as a file."}
      </p>
      {isWrong && (
        <p className="problem" role="alert">
          Not ready yet. {firstError(formState.errors)}
        </p>
      )}
    </>
  );
}

/** The first message among the errors, however deep it stands. */
function firstError(errors: unknown): string {
  if (typeof errors !== "object" || errors === null) return "";
  if ("message" in errors && typeof errors.message === "string" && errors.message) return `${errors.message}.`;
  for (const [key, value] of Object.entries(errors)) {
    if (key === "ref") continue;
    const found = firstError(value);
    if (found) return found;
  }
  return "";
}
