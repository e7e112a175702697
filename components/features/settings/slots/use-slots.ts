"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";

export type Zone = RouterOutput["slot"]["offers"]["zones"][number];
export type Offer = RouterOutput["slot"]["offers"]["offers"][number];

/** A project's zones and offers, kept up to date with what others set and book. */
export function useSlots(projectId: string) {
  const trpc = useTRPC();
  const offers = useQuery(trpc.slot.offers.queryOptions({ projectId }));
  useLiveRefresh(/^(slot|project)\./, [trpc.slot.pathKey()]);
  return offers;
}

/** Saves something of slots: says so, or why not; either way what stands now is read. True once it is saved. */
export function useSaveSlots() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();
  async function save(done: string, work: () => Promise<unknown>): Promise<boolean> {
    const isSaved = await attempt(done, work);
    await queries.invalidateQueries({ queryKey: trpc.slot.pathKey() });
    return isSaved;
  }
  return { save, isPending, refusal };
}
