"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useBoard, useBoardSession } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import type { DispatchReceipt } from "./dispatch-receipt";
import { dispatchRows } from "./dispatch-rows";
import { ReceiptRow } from "./receipt-row";

/**
 * What went out for each route and what became of it: sent or not and why, how, when, whether the message arrived and the
 * link was opened. `verdicts` are those of a dispatch just made; later the receipts stand by themselves.
 */
export function ReceiptsDialog({ verdicts = [] }: { verdicts?: readonly DispatchReceipt[] }) {
  const t = useWords("boardDispatch");
  const refusalOf = useRefusalOf();
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const { planId } = useBoardSession();
  const trpc = useTRPC();
  const receipts = useQuery(trpc.plan.receipts.queryOptions({ planId }));
  const close = () => store.setState({ dialog: null });
  const sent = board.routes.filter((route) => route.status !== "planned").length;
  const refusalOfRoute = new Map(verdicts.map(({ routeId, refusal }) => [routeId, refusal]));
  const rows = dispatchRows(board.routes);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      size="xl"
      title={t("receipts.title", { count: sent })}
      description={sent < rows.length ? t("receipts.rest", { count: rows.length - sent }) : undefined}
      footer={
        <>
          <Link href="/outbox" className={buttonClass()}>
            {t("receipts.outbox")}
          </Link>
          <Button variant="primary" onClick={close}>
            {t("receipts.done")}
          </Button>
        </>
      }
    >
      {receipts.error ? <Banner tone="error">{refusalOf(receipts.error).message}</Banner> : null}
      {receipts.isPending ? (
        <div aria-busy="true" className="flex flex-col gap-2">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="h-12 w-full" />
          ))}
        </div>
      ) : (
        <ul className="flex flex-col border-line border-t" aria-label={t("receipts.list")}>
          {rows.map((row) => (
            <ReceiptRow
              key={row.route.id}
              row={row}
              links={(receipts.data ?? []).filter((link) => link.routeId === row.route.id)}
              refusal={refusalOfRoute.get(row.route.id) ?? null}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
