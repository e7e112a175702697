"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useToast } from "@/components/ui/toast";

export type Zone = RouterOutput["slot"]["offers"]["zones"][number];
export type Offer = RouterOutput["slot"]["offers"]["offers"][number];

/** A project's zones and offers, kept up to date with what others set and book. */
export function useSlots(projectId: string) {
  const trpc = useTRPC();
  const offers = useQuery(trpc.slot.offers.queryOptions({ projectId }));
  useLiveRefresh(/^(slot|project)\./, [trpc.slot.pathKey()]);
  return offers;
}

/** Saves something of slots: says so, or why not. True once it is saved. */
export function useSaveSlots() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function save(done: string, work: () => Promise<unknown>): Promise<boolean> {
    setPending(true);
    setRefusal(null);
    try {
      await work();
      toast.show({ title: done, tone: "ok" });
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      setPending(false);
      await queries.invalidateQueries({ queryKey: trpc.slot.pathKey() });
    }
  }
  return { save, isPending, refusal };
}
