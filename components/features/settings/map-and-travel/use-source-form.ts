"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { type Chosen, draftOf, keyOf, readSource, type SourceDraft, type SourceReading } from "./source-draft";

type Part = "geocoder" | "travel" | "map";
type SourceOf<P extends Part> = Extract<ReturnType<typeof readSource<P>>, { ok: true }>["source"];

export interface SourceWish<S> {
  readonly source: S;
  readonly key: string | null | undefined;
  readonly isInsisted: boolean;
  readonly seenAt: string | null;
}

/** A part's source while it is edited: the draft, what in it is wrong, and saving it, which tries it first. */
export function useSourceForm<P extends Part>(
  part: P,
  chosen: Chosen | null,
  save: (wish: SourceWish<SourceOf<P>>) => Promise<unknown>,
) {
  const t = useWords("settingsForm");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { attempt, isPending, refusal, clearRefusal } = useAttempt();
  const [draft, setDraft] = useState(() => draftOf(chosen));
  const [isAsked, setAsked] = useState(false);
  const reading: SourceReading<SourceOf<P>> = readSource(part, draft) as SourceReading<SourceOf<P>>;
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(chosen));
  return {
    part,
    draft,
    reading,
    /** Said once somebody wanted to save or try: while an address is typed it is always wrong. */
    wrong: isAsked && !reading.ok ? reading.wrong : new Set<string>(),
    isDirty,
    isPending,
    refusal,
    change: (changes: Partial<SourceDraft>) => {
      clearRefusal();
      setDraft((before) => ({ ...before, ...changes }));
    },
    discard: () => {
      clearRefusal();
      setAsked(false);
      setDraft(draftOf(chosen));
    },
    /** What can be tried; undefined where something is wrong, which is said from then on. */
    wanted: () => {
      setAsked(true);
      return reading.ok ? reading.source : undefined;
    },
    save: async (isInsisted: boolean) => {
      setAsked(true);
      if (!reading.ok) return;
      const wish = { source: reading.source, key: keyOf(draft), isInsisted, seenAt: chosen?.changedAt ?? null };
      if (await attempt(t("saved"), () => save(wish))) {
        await queries.invalidateQueries({ queryKey: trpc.mapAndTravel.pathKey() });
      }
    },
    reload: () => queries.invalidateQueries({ queryKey: trpc.mapAndTravel.pathKey() }),
  };
}
export type SourceForm = Omit<ReturnType<typeof useSourceForm>, "reading" | "wanted">;
