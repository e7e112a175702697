"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";

/** Sends one change of the fleet, says that it is done and shows it in the lists; a refusal is kept for the form. */
export function useSaveFleet() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();
  const save = useCallback(
    (doneText: string, send: () => Promise<unknown>): Promise<boolean> =>
      attempt(doneText, async () => {
        await send();
        await queryClient.invalidateQueries({ queryKey: trpc.fleet.pathKey() });
      }),
    [attempt, queryClient, trpc],
  );
  return { save, isPending, refusal };
}
