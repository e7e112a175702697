"use client";
import { useCallback } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";

/** Puts text on the clipboard and says so; where the browser refuses, says that it must be copied by hand. */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const t = useWords("common");
  const toast = useToast();
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text);
        toast.show({ title: t("copiedWhat", { what }), tone: "ok" });
      } catch {
        toast.show({ title: t("notCopied", { what }), description: t("copyByHand"), tone: "warn" });
      }
    },
    [toast, t],
  );
}
