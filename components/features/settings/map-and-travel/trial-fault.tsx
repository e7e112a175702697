"use client";
import { sayRefusal } from "@/components/lib/say-refusal";
import { useWords } from "@/components/lib/words/words-context";
import type { SourceFault } from "@/server/domain/own-source/own-source";

type TriedFault = { readonly fault: SourceFault; readonly host: string; readonly subject?: string };

/** What was wrong with a source that was tried. */
export function TrialFault({ trial }: { trial: TriedFault }) {
  const t = useWords("refusals");
  return <p className="text-alert">{sayRefusal(t, { message: "", details: { reason: "source-failed", ...trial } })}</p>;
}
