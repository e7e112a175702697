"use client";
import { useCallback } from "react";
import { useToast } from "@/components/ui/toast";

/** Puts text on the clipboard and says so; where the browser refuses, says that it must be copied by hand. */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const toast = useToast();
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text);
        toast.show({ title: `${what} copied`, tone: "ok" });
      } catch {
        toast.show({ title: `${what} could not be copied`, description: "Select the text and copy it.", tone: "warn" });
      }
    },
    [toast],
  );
}
