"use client";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import { QueueLine } from "./queue-line";
import type { Optimization } from "./use-optimization";
import { FIRST_DRAFT, wishesOf } from "./wishes-draft";
import { WishesFields } from "./wishes-fields";

/** What the optimizer should do with the day, and what it will leave alone. */
export function OptimizeDialog({ optimization }: { optimization: Optimization }) {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const close = () => store.setState({ dialog: null });
  const free = board.routes.filter((route) => route.status === "planned" && !route.locked);
  const kept = board.routes.length - free.length;
  const blocked = board.pool.filter((id) => board.visits.get(id)!.obstacle !== undefined).length;
  const canStart = free.length > 0 && draft.strategies.length > 0 && optimization.active === null;
  const start = () => {
    optimization.start(wishesOf(draft));
    close();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title="Optimise the day"
      description="You see what would change before anything does."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" onClick={start} disabled={!canStart}>
            Optimise
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <WishesFields draft={draft} onChange={(change) => setDraft((current) => ({ ...current, ...change }))} />
        <QueueLine strategies={draft.strategies} />
        <p className="text-ink-muted tabular-nums">
          {board.visits.size - blocked} stops on {free.length} {free.length === 1 ? "route" : "routes"}.
          {kept > 0 ? ` ${kept} locked or sent ${kept === 1 ? "route stays" : "routes stay"} as they are.` : ""} Locked
          stops keep their driver or place.
        </p>
        {blocked > 0 ? (
          <Banner tone="warn">
            {blocked} {blocked === 1 ? "stop" : "stops"} without a position or for another day cannot be planned.
          </Banner>
        ) : null}
        {free.length === 0 ? <Banner tone="warn">Every route is locked or already sent.</Banner> : null}
      </div>
    </Dialog>
  );
}
