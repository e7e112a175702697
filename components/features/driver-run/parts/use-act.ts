"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";

/**
 * Does something once at a time. `true` when it is kept on the device; else a person is told that nothing was reported.
 */
export function useAct(): {
  readonly isBusy: boolean;
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const t = useWords("driverRun");
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    if (isBusy) return false;
    setBusy(true);
    try {
      await work();
      return true;
    } catch {
      toast.show({ title: t("notKept"), tone: "error" });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, run };
}
