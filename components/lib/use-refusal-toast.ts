"use client";
import { useCallback } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import { refusalOf } from "./refusal";

/** Says why something was refused, with the reference to quote when asking for help. */
export function useRefusalToast(): (title: string, error: unknown) => void {
  const t = useWords("common");
  const toast = useToast();
  return useCallback(
    (title, error) => {
      const { code, message: said, correlationId } = refusalOf(error);
      const message = code === "network" ? t("unreachable") : code === "internal" ? t("serverFault") : said;
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
    [toast, t],
  );
}
