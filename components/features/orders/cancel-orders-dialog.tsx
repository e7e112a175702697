"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";

export type CancelVerdict = RouterOutput["order"]["cancel"]["verdicts"][number];

export type CancelOrdersDialogProps = {
  ids: readonly string[];
  onClose: () => void;
  onDone: (verdicts: readonly CancelVerdict[]) => void;
};

const MOST_CHARACTERS = 500;

/** Calls orders off: which stay and which drivers are told is shown before the click. Undone on the board of their day. */
export function CancelOrdersDialog({ ids, onClose, onDone }: CancelOrdersDialogProps) {
  const t = useWords("orders");
  const common = useWords("common");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const [reason, setReason] = useState("");
  const [mutationId] = useState(() => crypto.randomUUID());
  const seen = useQuery({
    queryKey: ["order-cancel", ids],
    queryFn: () => client.order.previewCancel.mutate({ ids: [...ids] }),
    gcTime: 0,
    retry: false,
  });
  const cancel = useMutation(
    trpc.order.cancel.mutationOptions({
      onSuccess: ({ verdicts }) => onDone(verdicts),
      onError: (error) => {
        refuse(t("cancel.nothing"), error);
        void seen.refetch();
      },
    }),
  );
  const { refused = [], routes = [] } = seen.data ?? {};
  const count = ids.length - refused.length;
  const confirmed = routes.map(({ routeId, version }) => ({ routeId, version }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("cancel.title", { count: ids.length })}
      description={t("cancel.about")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="danger"
            disabled={!seen.data || count === 0}
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ ids: [...ids], mutationId, reason, confirmed })}
          >
            {t("cancel.confirm", { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {seen.isPending ? <Skeleton className="h-10 w-full" /> : null}
        {routes.length > 0 ? (
          <Banner tone="warn" title={t("cancel.told", { count: routes.length })}>
            <ul>
              {routes.map(({ routeId, routeNumber, driverName, date }) => (
                <li key={routeId}>
                  {t("cancel.route", { route: String(routeNumber), driver: driverName, date: t.format.date(date) })}
                </li>
              ))}
            </ul>
          </Banner>
        ) : null}
        {refused.length > 0 ? <Banner tone="info">{t("cancel.stay", { count: refused.length })}</Banner> : null}
        <TextField
          label={t("cancel.reason")}
          maxLength={MOST_CHARACTERS}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
