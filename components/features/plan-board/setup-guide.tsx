"use client";
import { PackagePlus, Users } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "./board-context";
import { useBoardStoreApi } from "./board-store";

/** A day without orders: what to do next. */
export function NoOrders({ board }: { board: PlanBoard }) {
  const t = useWords("board");
  const store = useBoardStoreApi();
  const { canEdit } = useBoardSession();
  const mayImport = useMay("order.write");
  const chooseDrivers = canEdit ? (
    <Button onClick={() => store.setState({ dialog: { kind: "choose-drivers" } })}>{t("chooseDrivers")}</Button>
  ) : null;
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<PackagePlus />}
        title={t("noOrders")}
        actions={
          <>
            {mayImport ? (
              <Link href="/orders/import" className={buttonClass({ variant: "primary" })}>
                {t("importOrders")}
              </Link>
            ) : null}
            {board.routes.length === 0 ? chooseDrivers : null}
          </>
        }
      >
        {t("noOrdersAbout")}
      </EmptyState>
    </div>
  );
}

/** A day with orders that nobody drives yet. */
export function NoDrivers({ board }: { board: PlanBoard }) {
  const t = useWords("board");
  const store = useBoardStoreApi();
  const { canEdit } = useBoardSession();
  return (
    <section className="m-3 flex shrink-0 flex-col items-start gap-2 rounded-lg border border-line bg-surface-raised p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <Users className="size-4 text-ink-muted" aria-hidden="true" />
        {t("nobodyDrives")}
      </h2>
      <p className="text-ink-muted">{t("nobodyDrivesAbout", { count: board.visits.size })}</p>
      {canEdit ? (
        <Button variant="primary" onClick={() => store.setState({ dialog: { kind: "choose-drivers" } })}>
          {t("chooseDrivers")}
        </Button>
      ) : null}
    </section>
  );
}
