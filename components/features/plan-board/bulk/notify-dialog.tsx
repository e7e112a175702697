"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useBoard, useBoardSession } from "../board-context";
import { newMutationId } from "../board-state/mutation-id";
import { useBoardStoreApi } from "../board-store";
import { ChannelChoice, DISPATCH_CHANNELS } from "../dispatch/channel-choice";
import type { DispatchChannel } from "../dispatch/dispatch-receipt";
import { dispatchRows } from "../dispatch/dispatch-rows";
import { NotifyRouteList } from "./notify-route-list";
import { type NotifyRow, notifyRows } from "./notify-rows";

/** What became of one route's message: true, or why it was not sent. */
export type NotifyOutcome = true | string;

/** Sends the drivers of routes that are out their link again: to whom and how is said before the click. */
export function NotifyDialog({ routeIds }: { routeIds: readonly string[] }) {
  const t = useWords("boardDispatch");
  const common = useWords("common");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [channels, setChannels] = useState(DISPATCH_CHANNELS);
  const wanted = new Set(routeIds);
  const rows = notifyRows(dispatchRows(board.routes.filter(({ id }) => wanted.has(id))), channels);
  const reached = rows.filter((row) => row.obstacle === null);
  const messages = reached.reduce((sum, row) => sum + row.contacts.length, 0);
  const { send, outcomes, isPending } = useNotify();
  const close = () => store.setState({ dialog: null });
  const isDone = outcomes.size > 0 && !isPending;
  const sent = [...outcomes.values()].filter((outcome) => outcome === true).length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("notify.title")}
      description={t("notify.description")}
      footer={
        <>
          <span className="mr-auto self-center text-ink-muted text-sm" role="status">
            {isDone
              ? t("notify.done", { count: sent, failed: outcomes.size - sent })
              : t("willSend", { messages, drivers: reached.length })}
          </span>
          <Button onClick={close}>{isDone ? common("close") : common("cancel")}</Button>
          {isDone ? null : (
            <Button
              variant="primary"
              loading={isPending}
              disabled={messages === 0}
              onClick={() => send(reached, channels)}
            >
              {t("notify.send", { count: reached.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Banner tone="info">{t("notify.noWayBack")}</Banner>
        <ChannelChoice channels={channels} onChannelsChange={setChannels} isDisabled={isPending || isDone} />
        <NotifyRouteList rows={rows} outcomes={outcomes} />
      </div>
    </Dialog>
  );
}

/** One request a route, one after the other: a route that is refused keeps no other from being told. */
function useNotify() {
  const t = useWords("boardDispatch");
  const refusalOf = useRefusalOf();
  const { planId } = useBoardSession();
  const store = useBoardStoreApi();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, NotifyOutcome>>(new Map());
  const [isPending, setPending] = useState(false);
  const send = async (rows: readonly NotifyRow[], channels: readonly DispatchChannel[]) => {
    setPending(true);
    let sent = 0;
    for (const { route } of rows) {
      const outcome = await client.plan.resendLink
        .mutate({ planId, mutationId: newMutationId(), routeId: route.id, channels: [...channels] })
        .then(
          () => true as const,
          (error: unknown) => refusalOf(error).message,
        );
      if (outcome === true) sent++;
      setOutcomes((before) => new Map([...before, [route.id, outcome]]));
    }
    setPending(false);
    store.setState({ announcement: t("notify.done", { count: sent, failed: rows.length - sent }) });
    await queries.invalidateQueries({ queryKey: trpc.plan.receipts.pathKey() });
  };
  return { send, outcomes, isPending };
}
