"use client";
import { useCallback } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { useRefusalOf } from "./use-refusal-of";

/** Says why something was refused, with the reference to quote when asking for help. */
export function useRefusalToast(): (title: string, error: unknown) => void {
  const t = useWords("common");
  const refusalOf = useRefusalOf();
  const toast = useToast();
  return useCallback(
    (title, error) => {
      const { code, message, correlationId } = refusalOf(error);
      const reference = correlationId ? ` ${t("reference", { id: correlationId })}` : "";
      toast.show({
        title,
        description: `${message}${reference}`,
        tone: "error",
        ...(correlationId && {
          action: {
            label: t("copy"),
            onClick: () => void navigator.clipboard?.writeText(`${title}\n${code}: ${message}\n${correlationId}`),
          },
        }),
      });
    },
    [toast, t, refusalOf],
  );
}
