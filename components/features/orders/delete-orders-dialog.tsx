"use client";
import { useMutation } from "@tanstack/react-query";
import { formatCount } from "@/components/lib/format";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { AlertDialog } from "@/components/ui/alert-dialog";

export type DeleteVerdict = RouterOutput["order"]["delete"]["verdicts"][number];

export type DeleteOrdersDialogProps = {
  ids: readonly string[];
  onClose: () => void;
  onDone: (verdicts: readonly DeleteVerdict[]) => void;
};

/** Asks once before orders are gone for good. */
export function DeleteOrdersDialog({ ids, onClose, onDone }: DeleteOrdersDialogProps) {
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const remove = useMutation(trpc.order.delete.mutationOptions());
  const count = `${formatCount(ids.length)} ${ids.length === 1 ? "order" : "orders"}`;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${count}?`}
      description="This cannot be undone. Orders that are on a route, with a driver or finished stay, and are listed."
      confirmLabel={`Delete ${count}`}
      tone="danger"
      pending={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { ids: [...ids] },
          {
            onSuccess: ({ verdicts }) => onDone(verdicts),
            onError: (error) => {
              refuse("Nothing was deleted", error);
              onClose();
            },
          },
        )
      }
    />
  );
}
