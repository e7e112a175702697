"use client";
import { useCallback } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { type Refusal, refusalOf } from "./refusal";

/** What a failed call means, in the reader's language. */
export function useRefusalOf(): (error: unknown) => Refusal {
  const t = useWords("refusals");
  return useCallback((error) => refusalOf(t, error), [t]);
}
