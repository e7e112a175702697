"use client";
import clsx from "clsx";
import { Download } from "lucide-react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { Skeleton } from "@/components/ui/skeleton";
import { EvidenceFacts } from "./evidence-facts";
import { FlagList } from "./flag-list";
import { PictureViewer } from "./picture-viewer";
import { lineKey, type ReviewLine } from "./review-filter";
import { StateBadge } from "./state-badge";
import { useEvidence } from "./use-reviews";

/** Everything about one visit: its pictures large, and beside them what stands out and what happened. */
export function EvidencePanel({ line }: { line: ReviewLine }) {
  const t = useWords("proofReview");
  const refusalOf = useRefusalOf();
  const { evidence: query, pictures } = useEvidence(line);
  if (query.error) {
    return (
      <Banner tone="error" className="m-4" title={t("unreadable")}>
        {refusalOf(query.error).message}
      </Banner>
    );
  }
  if (!query.data) return <Skeleton className="m-4 min-h-0 flex-1" />;
  const { evidence, flags } = query.data;
  const { review } = evidence;
  const language = document.documentElement.lang;
  return (
    <div className="scroll-quiet flex min-h-0 flex-1 flex-col overflow-y-auto xl:flex-row xl:overflow-hidden">
      <div className="flex h-[42dvh] shrink-0 flex-col xl:h-auto xl:min-w-0 xl:flex-1">
        <PictureViewer evidence={evidence} shown={pictures.data?.pictures} isUnreadable={pictures.isError} />
      </div>
      <div className="scroll-quiet flex shrink-0 flex-col gap-4 border-line bg-surface p-4 xl:w-92 xl:overflow-y-auto xl:border-l">
        <div>
          <div className="flex items-start gap-2">
            <h2 className="min-w-0 flex-1 font-semibold text-lg">{evidence.contactName || evidence.externalId}</h2>
            <StateBadge state={review.state} />
          </div>
          <p className="text-ink-muted">
            {[evidence.street, evidence.town, evidence.externalId].filter(Boolean).join(", ")}
          </p>
          {review.reviewedAtMs === null ? null : (
            <p className="mt-1 text-ink-muted text-sm">
              {t("decidedBy", {
                state: t(`state.${review.state}`),
                name: review.reviewedBy ?? "",
                when: t.format.instant(review.reviewedAtMs, evidence.timeZone),
              })}
            </p>
          )}
          {review.note ? <p className="mt-1">{review.note}</p> : null}
        </div>
        <FlagList flags={flags} />
        <section aria-label={t("facts")}>
          <EvidenceFacts evidence={evidence} />
        </section>
        <a
          href={`/api/proofs/bundle?stop=${lineKey(line)}&language=${language}`}
          download
          className={clsx(buttonClass({ size: "sm" }), "self-start")}
        >
          <Download aria-hidden="true" className="size-4" />
          {t("export")}
        </a>
      </div>
    </div>
  );
}
