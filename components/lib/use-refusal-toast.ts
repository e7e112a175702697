"use client";
import { useCallback } from "react";
import { useToast } from "@/components/ui/toast";
import { refusalOf } from "./refusal";

/** Says why something was refused, with the reference to quote when asking for help. */
export function useRefusalToast(): (title: string, error: unknown) => void {
  const toast = useToast();
  return useCallback(
    (title, error) => {
      const { code, message, correlationId } = refusalOf(error);
      const reference = correlationId ? ` Reference ${correlationId}` : "";
      toast.show({
        title,
        description: `${message}${reference}`,
        tone: "error",
        ...(correlationId && {
          action: {
            label: "Copy",
            onClick: () => void navigator.clipboard?.writeText(`${title}\n${code}: ${message}\n${correlationId}`),
          },
        }),
      });
    },
    [toast],
  );
}
