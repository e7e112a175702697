"use client";
import { FileClock, FileWarning } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { StandingPaper } from "@/server/domain/fleet-document/document-standing";

/** What of somebody's papers has expired, or soon will: the most urgent in words, all of them for whoever points at it. */
export function PapersBadge({ papers }: { papers: readonly StandingPaper[] }) {
  const t = useWords("fleet");
  const [first, ...rest] = papers;
  if (!first) return null;
  const nameOf = ({ kind, title }: StandingPaper) => title || t(`documents.kind.${kind}`);
  const all = papers.map((paper) =>
    t(`documents.${paper.standing}On`, { name: nameOf(paper), date: t.format.date(paper.expiresOn, "medium") }),
  );
  const isExpired = first.standing === "expired";
  return (
    <span title={all.join("\n")} className="inline-flex max-w-full items-center gap-1">
      <Badge
        tone={isExpired ? "alert" : "warn"}
        className="min-w-0"
        icon={isExpired ? <FileWarning aria-hidden="true" /> : <FileClock aria-hidden="true" />}
      >
        <span className="truncate">
          {t(`documents.${first.standing}Short`, {
            name: nameOf(first),
            date: t.format.date(first.expiresOn, "short"),
          })}
        </span>
      </Badge>
      {rest.length > 0 ? <span className="text-ink-muted text-xs">+{rest.length}</span> : null}
    </span>
  );
}
