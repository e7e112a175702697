"use client";
import { Check, CircleDashed, Flag, X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ReviewState } from "@/server/domain/proof/review";

const LOOKS: Readonly<Record<ReviewState, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  pending: { tone: "neutral", icon: <CircleDashed aria-hidden="true" /> },
  approved: { tone: "ok", icon: <Check aria-hidden="true" /> },
  flagged: { tone: "warn", icon: <Flag aria-hidden="true" /> },
  rejected: { tone: "alert", icon: <X aria-hidden="true" /> },
};

/** What was decided, in word and colour. */
export function StateBadge({ state }: { state: ReviewState }) {
  const t = useWords("proofReview");
  return <Badge {...LOOKS[state]}>{t(`state.${state}`)}</Badge>;
}
