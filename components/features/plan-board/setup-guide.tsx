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

/** A day that cannot be planned yet: what is missing, and the next step. */
export function SetupGuide({ board }: { board: PlanBoard }) {
  const store = useBoardStoreApi();
  const { canEdit } = useBoardSession();
  const mayImport = useMay("order.write");
  const chooseDrivers = canEdit ? (
    <Button
      variant={board.visits.size > 0 ? "primary" : "secondary"}
      onClick={() => store.setState({ dialog: { kind: "choose-drivers" } })}
    >
      Choose drivers
    </Button>
  ) : null;
  if (board.visits.size === 0) {
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
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState icon={<Users />} title="Nobody drives on this day yet" actions={chooseDrivers}>
        {board.visits.size} stops are waiting. Choose who drives, in which vehicle and from which depot; each gets a
        route.
      </EmptyState>
    </div>
  );
}
