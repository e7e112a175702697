"use client";
import { useCallback, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "./refusal";
import { useRefusalOf } from "./use-refusal-of";

/**
 * Something sent for a form: whether it is under way, a word when it is done, and the refusal, kept for the form to show
 * until the next attempt. True once it is done. Without a word it is for the screen to say.
 */
export function useAttempt() {
  const refusalOf = useRefusalOf();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const attempt = useCallback(
    async (done: string | null, work: () => Promise<unknown>): Promise<boolean> => {
      setPending(true);
      setRefusal(null);
      try {
        await work();
        if (done !== null) toast.show({ title: done, tone: "ok" });
        return true;
      } catch (error) {
        setRefusal(refusalOf(error));
        return false;
      } finally {
        setPending(false);
      }
    },
    [toast, refusalOf],
  );
  const clearRefusal = useCallback(() => setRefusal(null), []);
  return { attempt, isPending, refusal, clearRefusal };
}
