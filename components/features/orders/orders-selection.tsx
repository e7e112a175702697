"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { DeliveryFilter } from "@/server/domain/order/delivery-filter";
import { BulkEditDialog, type BulkVerdict } from "./bulk-edit-dialog";
import { CancelOrdersDialog, type CancelVerdict } from "./cancel-orders-dialog";
import { DeleteOrdersDialog, type DeleteVerdict } from "./delete-orders-dialog";
import { RefusalsDialog } from "./refusals-dialog";
import { SelectionBar } from "./selection-bar";
import { useBulkResults } from "./use-bulk-results";
import { type useOrderPages, useRefreshOrders } from "./use-order-pages";

export type OrdersSelectionProps = {
  filter: DeliveryFilter;
  pages: ReturnType<typeof useOrderPages>;
  selection: ReadonlySet<string>;
  onSelectionChange: (selection: ReadonlySet<string>) => void;
  today: string;
  tags: readonly string[];
  /** What is asked to be cancelled, or deleted: from here or from the details. */
  cancelling: readonly string[] | undefined;
  onCancelling: (ids: readonly string[] | undefined) => void;
  deleting: readonly string[] | undefined;
  onDeleting: (ids: readonly string[] | undefined) => void;
  onDeleted: (ids: ReadonlySet<string>) => void;
};

/** Selecting everything the filter finds, beyond what has been fetched. */
function useSelectAll(filter: DeliveryFilter, onSelectionChange: OrdersSelectionProps["onSelectionChange"]) {
  const t = useWords("orders");
  const client = useTRPCClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  return useMutation({
    mutationFn: () => client.order.ids.query({ filter }),
    onSuccess: ({ ids, isCut }) => {
      onSelectionChange(new Set(ids));
      if (!isCut) return;
      const title = t("newestSelected", { count: ids.length });
      toast.show({ tone: "warn", title, description: t("narrowFilter") });
    },
    onError: (error) => refuse(t("selectAllFailed"), error),
  });
}

/** The bar over a selection and the dialogs behind its buttons. */
export function OrdersSelection(props: OrdersSelectionProps) {
  const { filter, pages, selection, onSelectionChange, today, tags } = props;
  const { cancelling, onCancelling, deleting, onDeleting, onDeleted } = props;
  const refresh = useRefreshOrders();
  const [editing, setEditing] = useState(false);
  const mayWrite = useMay("order.write");
  const { refusals, report, clear } = useBulkResults();
  const selectAll = useSelectAll(filter, onSelectionChange);
  const { rows, total } = pages;
  const allShown = rows.length > 0 && rows.every(({ id }) => selection.has(id));
  function edited(verdicts: readonly BulkVerdict[]) {
    setEditing(false);
    report(verdicts, "changed");
    void refresh();
  }
  function cancelled(verdicts: readonly CancelVerdict[]) {
    onCancelling(undefined);
    report(verdicts, "cancelled");
    void refresh();
  }
  function deleted(verdicts: readonly DeleteVerdict[]) {
    onDeleting(undefined);
    const gone = new Set(verdicts.flatMap((each) => (each.outcome === "deleted" ? [each.deliveryId] : [])));
    onSelectionChange(new Set([...selection].filter((id) => !gone.has(id))));
    onDeleted(gone);
    report(verdicts, "deleted");
    void refresh();
  }
  function selectRefused(ids: readonly string[]) {
    onSelectionChange(new Set(ids));
    clear();
  }
  const closeEdit = () => setEditing(false);
  const closeDelete = () => onDeleting(undefined);
  return (
    <>
      {selection.size > 0 ? (
        <SelectionBar
          count={selection.size}
          total={total}
          canSelectAll={allShown && total !== null && total > selection.size}
          selectingAll={selectAll.isPending}
          onSelectAll={() => selectAll.mutate()}
          onEdit={() => setEditing(true)}
          onCancel={() => onCancelling([...selection])}
          onDelete={() => onDeleting([...selection])}
          onClear={() => onSelectionChange(new Set())}
          mayWrite={mayWrite}
        />
      ) : null}
      {editing ? (
        <BulkEditDialog today={today} ids={[...selection]} tagSuggestions={tags} onClose={closeEdit} onDone={edited} />
      ) : null}
      {cancelling ? (
        <CancelOrdersDialog ids={cancelling} onClose={() => onCancelling(undefined)} onDone={cancelled} />
      ) : null}
      {deleting ? <DeleteOrdersDialog ids={deleting} onClose={closeDelete} onDone={deleted} /> : null}
      {refusals ? <RefusalsDialog {...refusals} onClose={clear} onSelect={selectRefused} /> : null}
    </>
  );
}
