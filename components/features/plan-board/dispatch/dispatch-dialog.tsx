"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useBoard, useBoardSession } from "../board-context";
import { newMutationId } from "../board-state/mutation-id";
import { useBoardStoreApi } from "../board-store";
import { ChannelChoice, DISPATCH_CHANNELS } from "./channel-choice";
import type { DispatchChannel, DispatchReceipt } from "./dispatch-receipt";
import { DispatchRouteList } from "./dispatch-route-list";
import { dispatchRows } from "./dispatch-rows";
import { ExpiredPapers } from "./expired-papers";
import { OpenIssues } from "./open-issues";
import { ReceiptsDialog } from "./receipts-dialog";

/** The last look before drivers get their links: who is reached how, what is still open, and that there is no way back. */
export function DispatchDialog() {
  const t = useWords("boardDispatch");
  const refusalOf = useRefusalOf();
  const common = useWords("common");
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [channels, setChannels] = useState(DISPATCH_CHANNELS);
  const rows = dispatchRows(board.routes);
  const sendable = rows.filter((row) => row.obstacle === null);
  const [keptBack, setKeptBack] = useState<ReadonlySet<string>>(new Set());
  const chosen = sendable.filter(
    ({ route, channels: own }) => !keptBack.has(route.id) && own.some((channel) => channels.includes(channel)),
  );
  const messageCount = chosen.reduce(
    (sum, row) => sum + row.channels.filter((channel) => channels.includes(channel)).length,
    0,
  );
  const send = useDispatch();
  const close = () => store.setState({ dialog: null });
  if (send.data) return <ReceiptsDialog verdicts={send.data} />;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      size="lg"
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <span className="mr-auto self-center text-ink-muted text-sm" role="status">
            {t("willSend", { messages: messageCount, drivers: chosen.length })}
          </span>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={send.isPending}
            disabled={chosen.length === 0}
            onClick={() =>
              send.mutate({
                routes: chosen.map(({ route }) => ({ routeId: route.id, version: route.version })),
                channels,
              })
            }
          >
            {t("dispatch", { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {send.isError ? <Banner tone="error">{refusalOf(send.error).message}</Banner> : null}
        <Banner tone="info">{t("noWayBack")}</Banner>
        <OpenIssues />
        <ExpiredPapers routes={sendable.map(({ route }) => route)} />
        <ChannelChoice channels={channels} onChannelsChange={setChannels} />
        <DispatchRouteList
          rows={rows}
          channels={channels}
          keptBack={keptBack}
          onKeepBack={(routeId, isKept) =>
            setKeptBack((now) => {
              const next = new Set(now);
              if (isKept) next.add(routeId);
              else next.delete(routeId);
              return next;
            })
          }
        />
      </div>
    </Dialog>
  );
}

interface DispatchRequest {
  readonly routes: readonly { readonly routeId: string; readonly version: number }[];
  readonly channels: readonly DispatchChannel[];
}

function useDispatch() {
  const t = useWords("boardDispatch");
  const { gateway, planId, queue } = useBoardSession();
  const store = useBoardStoreApi();
  return useMutation({
    mutationFn: async ({ routes, channels }: DispatchRequest): Promise<readonly DispatchReceipt[]> => {
      await queue.whenIdle();
      const mutationId = newMutationId();
      queue.remember(mutationId);
      const { patch, verdicts } = await gateway.dispatchRoutes(planId, { mutationId, routes, channels });
      queue.applyPatch(patch);
      const count = verdicts.filter((verdict) => verdict.isDispatched).length;
      store.setState({ announcement: t("receipts.title", { count }) });
      return verdicts;
    },
  });
}
