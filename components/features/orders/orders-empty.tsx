"use client";
import { Package, SearchX, Upload, Warehouse } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** No project yet: nothing can come in before there is one. */
export function NoProject() {
  const t = useWords("orders");
  const maySetUp = useMay("settings.write");
  return (
    <EmptyState
      icon={<Warehouse />}
      title={t("setupTitle")}
      className="flex-1"
      actions={
        maySetUp ? (
          <Link href="/settings" className={buttonClass({ variant: "primary" })}>
            {t("setup")}
          </Link>
        ) : undefined
      }
    >
      {maySetUp ? t("setupAdmin") : t("setupOther")}
    </EmptyState>
  );
}

/** A project without a single order. */
export function NoOrders({ onNew }: { onNew: () => void }) {
  const t = useWords("orders");
  const mayWrite = useMay("order.write");
  return (
    <EmptyState
      icon={<Package />}
      title={t("emptyTitle")}
      actions={
        mayWrite ? (
          <>
            <Link href="/orders/import" className={buttonClass({ variant: "primary" })}>
              <Upload aria-hidden="true" className="size-4" />
              {t("importFile")}
            </Link>
            <Button onClick={onNew}>{t("newOrder")}</Button>
          </>
        ) : undefined
      }
    >
      {t("emptyAbout")}
    </EmptyState>
  );
}

/** The filter finds nothing. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useWords("orders");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("noMatch")}
      actions={<Button onClick={onClear}>{t("clearFilters")}</Button>}
    >
      {t("noMatchAbout")}
    </EmptyState>
  );
}
