"use client";
import { useMutation } from "@tanstack/react-query";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";

export type DeleteVerdict = RouterOutput["order"]["delete"]["verdicts"][number];

export type DeleteOrdersDialogProps = {
  ids: readonly string[];
  onClose: () => void;
  onDone: (verdicts: readonly DeleteVerdict[]) => void;
};

/** Asks once before orders are gone for good. */
export function DeleteOrdersDialog({ ids, onClose, onDone }: DeleteOrdersDialogProps) {
  const t = useWords("orders");
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const remove = useMutation(trpc.order.delete.mutationOptions());
  const count = ids.length;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("delete.title", { count })}
      description={t("delete.about")}
      confirmLabel={t("delete.confirm", { count })}
      tone="danger"
      pending={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { ids: [...ids] },
          {
            onSuccess: ({ verdicts }) => onDone(verdicts),
            onError: (error) => {
              refuse(t("delete.nothing"), error);
              onClose();
            },
          },
        )
      }
    />
  );
}
