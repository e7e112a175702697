"use client";
import { useMemo } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { DataGrid } from "@/components/ui/data-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { OrderCards } from "./order-cards";
import { orderColumns } from "./order-columns";
import { NoOrders, NothingFound } from "./orders-empty";
import { isFiltered, NO_FILTER, type OrdersView, sortStateOf, sortToUrl } from "./orders-url";
import type { OrderRow, useOrderPages } from "./use-order-pages";

export type OrdersListProps = {
  project: Project;
  pages: ReturnType<typeof useOrderPages>;
  view: OrdersView;
  onView: (change: Partial<OrdersView>) => void;
  selection: ReadonlySet<string>;
  onSelectionChange: (selection: ReadonlySet<string>) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  onNew: () => void;
};

const rowLabel = (row: OrderRow) => row.externalId ?? row.contact.name;

/** The orders found: a grid at a desk, cards on a phone. */
export function OrdersList(props: OrdersListProps) {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("orders");
  const { project, pages, view, onView, selection, onSelectionChange, openId, onOpen, onNew } = props;
  const isPhone = useMediaQuery(PHONE);
  const columns = useMemo(() => orderColumns(t, project.loadDimensions, onOpen), [t, project.loadDimensions, onOpen]);
  const { list, rows, onScroll } = pages;
  if (list.error && rows.length === 0) {
    const { message, correlationId } = refusalOf(list.error);
    return (
      <EmptyState
        title={t("listFailed")}
        actions={<Button onClick={() => void list.refetch()}>{common("tryAgain")}</Button>}
      >
        {message} {correlationId ? common("reference", { id: correlationId }) : null}
      </EmptyState>
    );
  }
  const empty = isFiltered(view) ? <NothingFound onClear={() => onView(NO_FILTER)} /> : <NoOrders onNew={onNew} />;
  if (!list.isPending && rows.length === 0)
    return <div className="flex min-h-0 flex-1 flex-col justify-center">{empty}</div>;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col" onScrollCapture={onScroll}>
      {isPhone ? (
        list.isPending ? (
          <div className="flex flex-col gap-2 p-4">
            {["a", "b", "c", "d", "e", "f"].map((key) => (
              <Skeleton key={key} className="h-16 w-full" />
            ))}
          </div>
        ) : (
          <OrderCards rows={rows} onOpen={onOpen} />
        )
      ) : (
        <DataGrid
          label={t("title")}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={rowLabel}
          rowClassName={(row) => (row.id === openId ? "bg-selected" : undefined)}
          columns={columns}
          rowHeight={34}
          selection={selection}
          onSelectionChange={onSelectionChange}
          onRowOpen={(row) => onOpen(row.id)}
          sort={sortStateOf(view)}
          onSortChange={(sort) => onView(sortToUrl(sort))}
          widthsName="orders"
          loading={list.isPending}
        />
      )}
    </div>
  );
}
