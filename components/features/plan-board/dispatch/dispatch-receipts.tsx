"use client";
import { CircleAlert, CircleCheck } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { DispatchReceipt } from "../plan-gateway";

const refusals: Record<NonNullable<DispatchReceipt["refusal"]>, string> = {
  "unknown-route": "the route is gone",
  "no-stops": "the route is empty",
  "no-contact": "no e-mail or phone",
  "already-dispatched": "was already sent",
  stale: "changed meanwhile: look again and send it",
};

export interface DispatchReceiptsProps {
  readonly board: PlanBoard;
  readonly receipts: readonly DispatchReceipt[];
  readonly onClose: () => void;
}

/** What became of each route, and where to see the messages. */
export function DispatchReceipts({ board, receipts, onClose }: DispatchReceiptsProps) {
  const sent = receipts.filter((receipt) => receipt.isDispatched).length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={sent === 1 ? "1 route dispatched" : `${sent} routes dispatched`}
      description={sent < receipts.length ? `${receipts.length - sent} stayed as they were.` : undefined}
      footer={
        <>
          <Link href="/outbox" className={buttonClass()}>
            Open the outbox
          </Link>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <ul className="flex flex-col border-line border-t" aria-label="Receipts">
        {receipts.map(({ routeId, isDispatched, refusal, channels }) => {
          const route = board.routes.find((each) => each.id === routeId);
          const words = channels.map((channel) => (channel === "email" ? "e-mail" : "SMS")).join(" and ");
          return (
            <li key={routeId} className="flex items-center gap-2.5 border-line border-b py-2 tabular-nums">
              {isDispatched ? (
                <CircleCheck className="size-4 shrink-0 text-ok" role="img" aria-label="Sent" />
              ) : (
                <CircleAlert className="size-4 shrink-0 text-alert" role="img" aria-label="Not sent" />
              )}
              <span className="w-16 font-medium">Route {route?.number ?? "?"}</span>
              <span className="min-w-0 flex-1 truncate">{route?.driver.name}</span>
              <span className="text-ink-muted">{isDispatched ? `by ${words}` : refusal ? refusals[refusal] : ""}</span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
