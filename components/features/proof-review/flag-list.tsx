"use client";
import { CircleCheck, Flag } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import type { EvidenceFlag } from "@/server/domain/proof/evidence-flags";

/** Each rule the evidence breaks, with what was found. */
export function FlagList({ flags }: { flags: readonly EvidenceFlag[] }) {
  const t = useWords("proofReview");
  if (flags.length === 0) {
    return (
      <p className="flex items-center gap-2 text-ink-muted">
        <CircleCheck aria-hidden="true" className="size-4 text-ok" />
        {t("noFlags")}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {flags.map((flag) => (
        <li key={flag.kind} className="flex gap-2 rounded-md bg-warn-soft px-3 py-2">
          <Flag aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
          <span>
            <span className="font-medium text-warn">{t(`flag.${flag.kind}`)}</span>
            <span className="block text-ink">{sayFlag(t, flag)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A flag in a sentence: how far, how long, how many. */
function sayFlag(t: Words<"proofReview">, { kind, amount }: EvidenceFlag): string {
  switch (kind) {
    case "far-from-address":
      return t("about.far-from-address", { distance: t.format.distance(amount) });
    case "before-arrival":
    case "clock-skew":
      return t(`about.${kind}`, { duration: t.format.duration(amount) });
    case "missing-proof":
    case "missing-task":
    case "missing-item":
    case "rejected-file":
    case "lost-file":
      return t(`about.${kind}`, { count: amount });
    default:
      return t(`about.${kind}`);
  }
}
