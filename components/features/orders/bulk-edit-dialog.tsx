"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "@/components/lib/format";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { BulkEditParts } from "./bulk-edit-parts";
import { bulkEditOf, describeBulkEdit, emptyBulkEdit } from "./bulk-edit-state";

export type BulkVerdict = RouterOutput["order"]["bulkEdit"]["verdicts"][number];

export type BulkEditDialogProps = {
  ids: readonly string[];
  today: string;
  tagSuggestions: readonly string[];
  onClose: () => void;
  onDone: (verdicts: readonly BulkVerdict[]) => void;
};

/** The same change to many orders: chosen part by part, its count and effect read before it happens. */
export function BulkEditDialog({ ids, today, tagSuggestions, onClose, onDone }: BulkEditDialogProps) {
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const [state, setState] = useState(() => emptyBulkEdit(today));
  const change = useMutation(trpc.order.bulkEdit.mutationOptions());
  const edit = bulkEditOf(state);
  const count = `${formatCount(ids.length)} ${ids.length === 1 ? "order" : "orders"}`;
  function save() {
    if (!edit) return;
    change.mutate(
      { ids: [...ids], edit },
      { onSuccess: ({ verdicts }) => onDone(verdicts), onError: (error) => refuse("Nothing was changed", error) },
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={`Change ${count}`}
      description="Switch on what should change. Everything else stays as it is."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!edit} loading={change.isPending} onClick={save}>
            Change {count}
          </Button>
        </>
      }
    >
      <BulkEditParts state={state} onChange={setState} tagSuggestions={tagSuggestions} />
      <div className="mt-4 rounded-md bg-surface-sunken px-3 py-2" aria-live="polite">
        {edit ? (
          <>
            <p className="font-medium">What will happen to {count}</p>
            <ul className="mt-0.5 list-disc pl-5">
              {describeBulkEdit(edit).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className="mt-1 text-ink-muted">
              Orders with a driver, finished, or held by a route stay as they are and are listed.
            </p>
          </>
        ) : (
          <p className="text-ink-muted">Nothing is switched on yet.</p>
        )}
      </div>
    </Dialog>
  );
}
