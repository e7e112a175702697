"use client";
import { useMemo, useRef, useState } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { Tabs } from "@/components/ui/tabs";
import { ORDER_COLUMN_BY_KEY } from "@/server/domain/intake/order-columns";
import { CellDialog } from "./cell-dialog";
import { columnUse } from "./mapping-state";
import { type IssueKind, nextFault, type ReviewCell, WHOLE_ROW } from "./next-fault";
import { ReviewActions } from "./review-actions";
import { type ReviewColumn, ReviewGrid } from "./review-grid";
import { ReviewSide } from "./review-side";
import type { ImportDetails } from "./use-mapping";
import { useReviewCursor } from "./use-review-cursor";
import { type ReviewFilter, useReviewRows } from "./use-review-rows";

export type ReviewStepProps = { details: ImportDetails; onColumns: () => void; onBegun: () => void };

function reviewColumns(t: Words<"orderIntake">, { headers, settings }: ImportDetails): ReviewColumn[] {
  return headers.map((heading, index) => {
    const use = columnUse(settings.mapping, index);
    const field =
      use.kind === "field"
        ? (ORDER_COLUMN_BY_KEY.get(use.field)?.label ?? null)
        : use.kind === "custom"
          ? t("customField")
          : null;
    return { index, heading: heading.trim() || t("columnNumber", { number: String(index + 1) }), field };
  });
}

type TabsProps = {
  details: ImportDetails;
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
  /** Undefined when every column is of use. */
  showsAll: boolean | undefined;
  onShowsAll: (showsAll: boolean) => void;
};

function ReviewTabs({ details, filter, onFilter, showsAll, onShowsAll }: TabsProps) {
  const t = useWords("orderIntake");
  const { counts, withWarnings } = details;
  const items = [
    { value: "faulty" as const, label: t("tab.faulty"), count: counts.invalid },
    { value: "warnings" as const, label: t("tab.warnings"), count: withWarnings },
    { value: "ready" as const, label: t("tab.ready"), count: counts.valid },
    { value: "skipped" as const, label: t("tab.skipped"), count: counts.skipped },
    { value: "imported" as const, label: t("tab.imported"), count: counts.imported },
    { value: "all" as const, label: t("tab.all"), count: counts.total },
  ];
  const always: readonly ReviewFilter[] = ["faulty", "all", filter];
  return (
    <div className="flex shrink-0 items-center gap-3 border-line border-b bg-surface pr-4">
      <Tabs
        label={t("rowsTabs")}
        className="min-w-0 flex-1 [&>[role=tablist]]:border-b-0"
        items={items.filter(({ value, count }) => count > 0 || always.includes(value))}
        value={filter}
        onValueChange={onFilter}
      />
      {showsAll === undefined ? null : (
        <Switch
          label={t("columnsLeftOut")}
          checked={showsAll}
          onCheckedChange={onShowsAll}
          className="hidden shrink-0 sm:inline-flex"
        />
      )}
    </div>
  );
}

function NoRows({ filter }: { filter: ReviewFilter }) {
  const t = useWords("orderIntake");
  return (
    <EmptyState className="flex-1" title={t(filter === "faulty" ? "noneFaulty" : "noneSuch")}>
      {t(filter === "faulty" ? "noneFaultyAbout" : "noneSuchAbout")}
    </EmptyState>
  );
}

function LoadingRows() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-2 p-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}

/** Which rows and columns are looked at, and what can be done with the cell that keys act on. */
function useReview(details: ImportDetails) {
  const t = useWords("orderIntake");
  const [filter, setFilter] = useState<ReviewFilter>(details.counts.invalid > 0 ? "faulty" : "all");
  const [showsAll, setShowsAll] = useState(false);
  const mayEdit = useMay("order.write");
  const grid = useRef<HTMLDivElement>(null);
  const review = useReviewRows(details.id, filter);
  const all = useMemo(() => reviewColumns(t, details), [t, details]);
  const used = useMemo(() => all.filter(({ field }) => field !== null), [all]);
  const columns = showsAll ? all : used;
  const kind: IssueKind = filter === "warnings" ? "warnings" : "errors";
  const cursor = useReviewCursor({
    rows: review.rows,
    columns: columns.map(({ index }) => index),
    kind,
    mayEdit,
    onLeave: () => document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus(),
  });
  const row = cursor.active && review.rows[cursor.active.row];
  const skip = () => row && review.skipRows([row.rowNumber], row.status !== "skipped");
  return {
    ...review,
    filter,
    setFilter,
    showsAll,
    setShowsAll,
    mayEdit,
    grid,
    all,
    used,
    columns,
    kind,
    cursor,
    row,
    skip,
  };
}

type Review = ReturnType<typeof useReview>;

/** The phone's way to the cell chosen in the list. */
function ChosenCell({ review }: { review: Review }) {
  const t = useWords("orderIntake");
  const { cursor, row, all, fixCell, skip } = review;
  const { active, leave } = cursor;
  if (!row || !active) return null;
  return (
    <CellDialog
      key={`${row.rowNumber}/${active.column}`}
      row={row}
      cell={active}
      heading={all[active.column]?.heading ?? t("lineHeading")}
      onSave={(text) => {
        if (active.column !== WHOLE_ROW) fixCell(row.rowNumber, active.column, text);
        leave();
      }}
      onSkip={() => {
        skip();
        leave();
      }}
      onClose={leave}
    />
  );
}

function ReviewBody({ review, isPhone }: { review: Review; isPhone: boolean }) {
  const { query, rows, columns, cursor, kind, row, grid, savingRow, mayEdit, fixCell, skip } = review;
  if (query.isPending) return <LoadingRows />;
  if (rows.length === 0) return <NoRows filter={review.filter} />;
  const more = () => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage();
  const hasFaults = nextFault(rows, undefined, kind) !== undefined;
  function go(cell: ReviewCell) {
    cursor.go(cell);
    grid.current?.focus({ preventScroll: true });
  }
  return (
    <>
      {isPhone ? null : (
        <ReviewGrid
          {...{ rows, columns, cursor, savingRow }}
          gridRef={grid}
          onCommit={(each, column, text) => fixCell(each.rowNumber, column, text)}
          onNearEnd={more}
        />
      )}
      {isPhone || hasFaults || row ? (
        <ReviewSide
          {...{ rows, row, kind, isPhone, mayEdit }}
          active={cursor.active}
          onGo={go}
          onSkip={skip}
          onNearEnd={more}
          onNext={nextFault(rows, cursor.active, kind) ? () => cursor.step(false) : undefined}
        />
      ) : null}
    </>
  );
}

/** The rows as they were understood: what is wrong is shown in its cell and put right there. */
export function ReviewStep({ details, onColumns, onBegun }: ReviewStepProps) {
  const t = useWords("orderIntake");
  const isPhone = useMediaQuery(PHONE);
  const review = useReview(details);
  const { filter, setFilter, showsAll, setShowsAll, mayEdit, skipRows } = review;
  const hasMore = review.used.length < review.all.length;
  return (
    <>
      {details.failure ? (
        <Banner tone="error" title={t("stopped")} className="mx-4 mt-3">
          {details.failure}
        </Banner>
      ) : null}
      <ReviewTabs
        details={details}
        filter={filter}
        onFilter={setFilter}
        showsAll={hasMore ? showsAll : undefined}
        onShowsAll={setShowsAll}
      />
      <div className="flex min-h-0 flex-1">
        <ReviewBody review={review} isPhone={isPhone} />
      </div>
      {isPhone && mayEdit ? <ChosenCell review={review} /> : null}
      {mayEdit ? (
        <ReviewActions
          details={details}
          onColumns={onColumns}
          onSkipFaulty={() => skipRows("invalid", true)}
          onBegun={onBegun}
        />
      ) : null}
    </>
  );
}
