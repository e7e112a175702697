"use client";
import { useMemo, useRef, useState } from "react";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { Tabs } from "@/components/ui/tabs";
import { ORDER_COLUMN_BY_KEY } from "@/server/domain/intake/order-columns";
import { CellDialog } from "./cell-dialog";
import { columnUse } from "./mapping-state";
import { nextFault, WHOLE_ROW } from "./next-fault";
import { ReviewActions } from "./review-actions";
import { type ReviewColumn, ReviewGrid } from "./review-grid";
import { ReviewSide } from "./review-side";
import type { ImportDetails } from "./use-mapping";
import { useReviewCursor } from "./use-review-cursor";
import { type ReviewFilter, useReviewRows } from "./use-review-rows";

export type ReviewStepProps = { details: ImportDetails; onColumns: () => void; onBegun: () => void };

function reviewColumns({ headers, settings }: ImportDetails): ReviewColumn[] {
  return headers.map((heading, index) => {
    const use = columnUse(settings.mapping, index);
    const field =
      use.kind === "field"
        ? (ORDER_COLUMN_BY_KEY.get(use.field)?.label ?? null)
        : use.kind === "custom"
          ? "Custom field"
          : null;
    return { index, heading: heading.trim() || `Column ${index + 1}`, field };
  });
}

/** The rows as they were understood: what is wrong is shown in its cell and put right there. */
export function ReviewStep({ details, onColumns, onBegun }: ReviewStepProps) {
  const { counts, withWarnings, failure } = details;
  const [filter, setFilter] = useState<ReviewFilter>(counts.invalid > 0 ? "faulty" : "all");
  const [showsAll, setShowsAll] = useState(false);
  const isPhone = useMediaQuery(PHONE);
  const mayEdit = useMay("order.write");
  const grid = useRef<HTMLDivElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const { query, rows, savingRow, fixCell, skipRows } = useReviewRows(details.id, filter);
  const all = useMemo(() => reviewColumns(details), [details]);
  const columns = useMemo(() => (showsAll ? all : all.filter(({ field }) => field !== null)), [all, showsAll]);
  const kind = filter === "warnings" ? "warnings" : "errors";
  const cursor = useReviewCursor({
    rows,
    columns: columns.map(({ index }) => index),
    kind,
    mayEdit,
    onLeave: () => tabs.current?.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus(),
  });
  const row = cursor.active && rows[cursor.active.row];
  const more = () => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage();
  const skip = () => row && skipRows([row.rowNumber], row.status !== "skipped");
  const hasFaults = nextFault(rows, undefined, kind) !== undefined;
  const showsSide = rows.length > 0 && (isPhone || hasFaults || row !== undefined);
  const items = [
    { value: "faulty" as const, label: "Faulty", count: counts.invalid },
    { value: "warnings" as const, label: "With warnings", count: withWarnings },
    { value: "ready" as const, label: "Ready", count: counts.valid },
    { value: "skipped" as const, label: "Left out", count: counts.skipped },
    { value: "imported" as const, label: "Imported", count: counts.imported },
    { value: "all" as const, label: "All", count: counts.total },
  ];
  return (
    <>
      {failure ? (
        <Banner tone="error" title="The import stopped" className="mx-4 mt-3">
          {failure}
        </Banner>
      ) : null}
      <div ref={tabs} className="flex shrink-0 items-center gap-3 border-line border-b bg-surface pr-4">
        <Tabs
          label="Rows"
          className="min-w-0 flex-1 [&>[role=tablist]]:border-b-0"
          items={items.filter(
            ({ value, count }) => count > 0 || value === "faulty" || value === "all" || value === filter,
          )}
          value={filter}
          onValueChange={setFilter}
        />
        {columns.length < all.length || showsAll ? (
          <Switch
            label="Columns left out"
            checked={showsAll}
            onCheckedChange={setShowsAll}
            className="hidden shrink-0 sm:inline-flex"
          />
        ) : null}
      </div>
      <div className="flex min-h-0 flex-1">
        {query.isPending ? (
          <div aria-busy="true" className="flex flex-1 flex-col gap-2 p-4">
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-64 w-full" />
          </div>
        ) : rows.length === 0 ? (
          <EmptyState className="flex-1" title={filter === "faulty" ? "No row is faulty" : "No such rows"}>
            {filter === "faulty" ? "Every row can be imported as it is." : "Choose another tab to see the others."}
          </EmptyState>
        ) : isPhone ? null : (
          <ReviewGrid
            gridRef={grid}
            rows={rows}
            columns={columns}
            cursor={cursor}
            savingRow={savingRow}
            onCommit={(each, column, text) => fixCell(each.rowNumber, column, text)}
            onNearEnd={more}
          />
        )}
        {showsSide ? (
          <ReviewSide
            rows={rows}
            row={row}
            kind={kind}
            isPhone={isPhone}
            mayEdit={mayEdit}
            active={cursor.active}
            onGo={(cell) => {
              cursor.go(cell);
              grid.current?.focus({ preventScroll: true });
            }}
            onSkip={skip}
            onNext={nextFault(rows, cursor.active, kind) ? () => cursor.step(false) : undefined}
          />
        ) : null}
      </div>
      {isPhone && row && cursor.active && mayEdit ? (
        <CellDialog
          key={`${row.rowNumber}/${cursor.active.column}`}
          row={row}
          cell={cursor.active}
          heading={all[cursor.active.column]?.heading ?? "Line"}
          onSave={(text) => {
            if (cursor.active && cursor.active.column !== WHOLE_ROW) fixCell(row.rowNumber, cursor.active.column, text);
            cursor.leave();
          }}
          onSkip={() => {
            skip();
            cursor.leave();
          }}
          onClose={cursor.leave}
        />
      ) : null}
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
