"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useToast } from "@/components/ui/toast";

/** Sends one change of the fleet, says that it is done and shows it in the lists; a refusal is kept for the form. */
export function useSaveFleet() {
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = useCallback(
    async (doneText: string, send: () => Promise<unknown>): Promise<boolean> => {
      setPending(true);
      setRefusal(null);
      try {
        await send();
        await queryClient.invalidateQueries({ queryKey: trpc.fleet.pathKey() });
        toast.show({ title: doneText, tone: "ok" });
        return true;
      } catch (error) {
        setRefusal(refusalOf(error));
        return false;
      } finally {
        setPending(false);
      }
    },
    [queryClient, toast, trpc, refusalOf],
  );
  return { save, isPending, refusal };
}
