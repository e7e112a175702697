"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/components/lib/refusal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useBoard, useBoardSession } from "../board-context";
import { newMutationId } from "../board-state/mutation-id";
import { useBoardStoreApi } from "../board-store";
import type { DispatchChannel, DispatchReceipt } from "../plan-gateway";
import { DispatchReceipts } from "./dispatch-receipts";
import { DispatchRouteList } from "./dispatch-route-list";
import { dispatchRows } from "./dispatch-rows";

/** The last look before drivers get their links: who is reached how, and what is still wrong. */
export function DispatchDialog() {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [channels, setChannels] = useState<readonly DispatchChannel[]>(["email", "sms"]);
  const rows = dispatchRows(board.routes);
  const sendable = rows.filter((row) => row.obstacle === null);
  const [keptBack, setKeptBack] = useState<ReadonlySet<string>>(new Set());
  const chosen = sendable.filter(
    ({ route, channels: own }) => !keptBack.has(route.id) && own.some((channel) => channels.includes(channel)),
  );
  const send = useDispatch();
  const close = () => store.setState({ dialog: null });
  if (send.data) return <DispatchReceipts board={board} receipts={send.data} onClose={close} />;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      size="lg"
      title="Dispatch routes"
      description="Each driver gets a link to the route. This cannot be undone; a sent route can still be changed."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
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
            {chosen.length === 1 ? "Dispatch 1 route" : `Dispatch ${chosen.length} routes`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {send.isError ? <Banner tone="error">{refusalOf(send.error).message}</Banner> : null}
        {board.pool.length > 0 ? (
          <Banner tone="warn">{board.pool.length} stops are still unassigned and will not be delivered.</Banner>
        ) : null}
        <fieldset className="flex gap-5">
          <legend className="sr-only">Send by</legend>
          {(["email", "sms"] as const).map((channel) => (
            <Checkbox
              key={channel}
              label={channel === "email" ? "By e-mail" : "By SMS"}
              checked={channels.includes(channel)}
              onCheckedChange={(isOn) =>
                setChannels((now) => (isOn ? [...now, channel] : now.filter((each) => each !== channel)))
              }
            />
          ))}
        </fieldset>
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
      store.setState({ announcement: `${count} ${count === 1 ? "route" : "routes"} dispatched` });
      return verdicts;
    },
  });
}
