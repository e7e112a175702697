"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
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
  const common = useWords("common");
  const t = useWords("orders");
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const [state, setState] = useState(() => emptyBulkEdit(today));
  const change = useMutation(trpc.order.bulkEdit.mutationOptions());
  const edit = bulkEditOf(state);
  const count = ids.length;
  function save() {
    if (!edit) return;
    change.mutate(
      { ids: [...ids], edit },
      { onSuccess: ({ verdicts }) => onDone(verdicts), onError: (error) => refuse(t("bulk.nothingChanged"), error) },
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t("bulk.title", { count })}
      description={t("bulk.about")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" disabled={!edit} loading={change.isPending} onClick={save}>
            {t("bulk.title", { count })}
          </Button>
        </>
      }
    >
      <BulkEditParts state={state} onChange={setState} tagSuggestions={tagSuggestions} />
      <div className="mt-4 rounded-md bg-surface-sunken px-3 py-2" aria-live="polite">
        {edit ? (
          <>
            <p className="font-medium">{t("bulk.effect", { count })}</p>
            <ul className="mt-0.5 list-disc pl-5">
              {describeBulkEdit(t, edit).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className="mt-1 text-ink-muted">{t("bulk.stays")}</p>
          </>
        ) : (
          <p className="text-ink-muted">{t("bulk.nothingOn")}</p>
        )}
      </div>
    </Dialog>
  );
}
