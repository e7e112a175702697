"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { EditFigures } from "./edit-figures";
import type { SuggestedMove } from "./remedies";

/** A suggested move timed on roads, for a yes or no; the yes is the board's own edit, with what was seen confirmed. */
export function MovePreviewDialog({ move, onClose }: { move: SuggestedMove; onClose: () => void }) {
  const t = useWords("exceptions");
  const refusalOf = useRefusalOf();
  const client = useTRPCClient();
  const { planId, visitIds, routeId, routeNumber } = move;
  const asked = { planId, visitIds: [...visitIds], to: { kind: "best" as const, routeId } };
  const preview = useQuery({
    queryKey: ["exception-move", asked],
    queryFn: () => client.plan.previewMove.mutate(asked),
    gcTime: 0,
    retry: false,
  });
  const commit = useCommit(move, onClose);
  const { data } = preview;
  const confirm = () => data && commit.mutate({ ...asked, mutationId: commit.mutationId, confirmed: [...data.base] });
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("preview.title", { count: visitIds.length, number: String(routeNumber) })}
      description={data && t(data.preview.isApproximate ? "preview.estimated" : "preview.about")}
      footer={
        <Button variant="primary" disabled={!data} loading={commit.isPending} onClick={confirm}>
          {t("commit")}
        </Button>
      }
    >
      {preview.error ? (
        <Banner tone="error" title={t("preview.failed")}>
          {refusalOf(preview.error).message}
        </Banner>
      ) : data ? (
        <EditFigures preview={data} />
      ) : (
        <Skeleton className="h-24 w-full rounded-md" />
      )}
    </Dialog>
  );
}

function useCommit({ visitIds, routeNumber }: SuggestedMove, onDone: () => void) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [mutationId] = useState(() => crypto.randomUUID());
  const commit = useMutation(
    trpc.plan.moveStops.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("moved", { count: visitIds.length, number: String(routeNumber) }), tone: "ok" });
        onDone();
      },
      onError: (error) => refuse(t("notMoved"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
  return { ...commit, mutationId };
}
