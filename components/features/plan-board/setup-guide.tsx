"use client";
import { PackagePlus, Users } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "./board-context";
import { useBoardStoreApi } from "./board-store";

/** A day without orders: what to do next. */
export function NoOrders({ board }: { board: PlanBoard }) {
  const store = useBoardStoreApi();
  const { canEdit } = useBoardSession();
  const mayImport = useMay("order.write");
  const chooseDrivers = canEdit ? (
    <Button onClick={() => store.setState({ dialog: { kind: "choose-drivers" } })}>Choose drivers</Button>
  ) : null;
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<PackagePlus />}
        title="No orders for this day"
        actions={
          <>
            {mayImport ? (
              <Link href="/orders/import" className={buttonClass({ variant: "primary" })}>
                Import orders
              </Link>
            ) : null}
            {board.routes.length === 0 ? chooseDrivers : null}
          </>
        }
      >
        Import a file, add an order by hand, or choose another day above.
      </EmptyState>
    </div>
  );
}

/** A day with orders that nobody drives yet. */
export function NoDrivers({ board }: { board: PlanBoard }) {
  const store = useBoardStoreApi();
  const { canEdit } = useBoardSession();
  return (
    <section className="m-3 flex shrink-0 flex-col items-start gap-2 rounded-lg border border-line bg-surface-raised p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <Users className="size-4 text-ink-muted" aria-hidden="true" />
        Nobody drives on this day yet
      </h2>
      <p className="text-ink-muted">
        {board.visits.size} stops are waiting. Choose who drives, in which vehicle and from which depot; each gets a
        route.
      </p>
      {canEdit ? (
        <Button variant="primary" onClick={() => store.setState({ dialog: { kind: "choose-drivers" } })}>
          Choose drivers
        </Button>
      ) : null}
    </section>
  );
}
