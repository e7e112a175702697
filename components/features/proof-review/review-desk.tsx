"use client";
import { ArrowLeft, ClipboardCheck } from "lucide-react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { MOST_DECISIONS } from "@/server/domain/proof/review";
import { DecisionBar } from "./decision-bar";
import { EvidencePanel } from "./evidence-panel";
import { lineKey } from "./review-filter";
import { ReviewFilters } from "./review-filters";
import { ReviewList } from "./review-list";
import { useReviewKeys } from "./use-review-keys";
import { useReviewQueue } from "./use-review-queue";

/** List on the left, evidence on the right; on a phone one after the other. */
export function ReviewDesk({ projectId }: { projectId: string }) {
  const t = useWords("proofReview");
  const refusalOf = useRefusalOf();
  const isPhone = useMediaQuery(PHONE);
  const queue = useReviewQueue(projectId);
  const { query, lines, current, selected, mayReview } = queue;
  useReviewKeys(queue);
  const isOpen = isPhone ? queue.openedKey !== null && current !== undefined : current !== undefined;
  return (
    <div className="flex min-h-0 flex-1">
      {isPhone && isOpen ? null : (
        <section
          aria-label={t("list")}
          className="flex w-full min-w-0 shrink-0 flex-col bg-surface sm:w-88 sm:border-line sm:border-r"
        >
          <ReviewFilters
            lines={query.data ?? []}
            filter={queue.filter}
            date={queue.date}
            onDate={queue.setDate}
            onChange={queue.setFilter}
          />
          {query.error ? (
            <Banner tone="error" className="m-4" title={t("unreadable")}>
              {refusalOf(query.error).message}
            </Banner>
          ) : null}
          <SelectionLine queue={queue} />
          {query.isPending ? <Skeleton className="m-3 min-h-0 flex-1" /> : null}
          {query.data && lines.length === 0 ? <Nothing isFiltered={query.data.length > 0} /> : null}
          {lines.length > 0 ? (
            <ReviewList
              lines={lines}
              currentKey={current ? lineKey(current) : null}
              selected={selected}
              onOpen={queue.open}
              onToggle={queue.toggle}
            />
          ) : null}
          {isPhone && selected.size > 0 && mayReview ? (
            <DecisionBar selected={selected.size} note={queue.note} onNote={queue.setNote} onDecide={queue.decide} />
          ) : null}
        </section>
      )}
      {isOpen && current ? (
        <section
          aria-label={current.contactName || current.externalId}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          {isPhone ? (
            <div className="flex shrink-0 items-center border-line border-b bg-surface p-1">
              <IconButton label={t("back")} icon={<ArrowLeft />} onClick={() => queue.open(null)} />
            </div>
          ) : null}
          <EvidencePanel key={lineKey(current)} line={current} />
          {mayReview ? (
            <DecisionBar selected={selected.size} note={queue.note} onNote={queue.setNote} onDecide={queue.decide} />
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

/** How many there are or are meant, and all of them at one press. */
function SelectionLine({ queue }: { queue: ReturnType<typeof useReviewQueue> }) {
  const t = useWords("proofReview");
  const { query, lines, selected, mayReview } = queue;
  const isAll = selected.size > 0 && selected.size === Math.min(lines.length, MOST_DECISIONS);
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-line border-b px-3 text-ink-muted text-sm">
      {mayReview && lines.length > 0 ? (
        <Checkbox
          label={t("selectAll")}
          hideLabel
          checked={isAll}
          indeterminate={selected.size > 0 && !isAll}
          onCheckedChange={isAll ? queue.clear : queue.selectAll}
        />
      ) : null}
      <p aria-live="polite">
        {selected.size > 0 ? t("selected", { count: selected.size }) : null}
        {selected.size === 0 && query.data ? t("inList", { count: lines.length }) : null}
      </p>
      {selected.size > 0 ? (
        <Button size="sm" variant="ghost" onClick={queue.clear}>
          {t("clear")}
        </Button>
      ) : null}
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useWords("proofReview");
  return (
    <EmptyState icon={<ClipboardCheck />} title={isFiltered ? t("emptyFiltered") : t("empty")} className="flex-1">
      {isFiltered ? null : t("emptyAbout")}
    </EmptyState>
  );
}
