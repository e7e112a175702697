"use client";
import { sayRefusal } from "@/components/lib/say-refusal";
import { useWords } from "@/components/lib/words/words-context";
import type { SourceFault } from "@/server/domain/own-source/own-source";

/** What was wrong with a source that was tried. */
export function TrialFault({ trial }: { trial: { readonly fault: SourceFault; readonly host: string } }) {
  const t = useWords("refusals");
  const { fault, host } = trial;
  return (
    <p className="text-alert">{sayRefusal(t, { message: "", details: { reason: "source-failed", fault, host } })}</p>
  );
}
