"use client";
import { useWords } from "@/components/lib/words/words-context";
import { VirtualList } from "@/components/ui/virtual-list";
import { windowsLine } from "./describe-order";
import { AddressText, StatusBadge } from "./order-columns";
import type { OrderRow } from "./use-order-pages";

/** The list for a phone: two lines each, a tap opens. */
export function OrderCards({ rows, onOpen }: { rows: readonly OrderRow[]; onOpen: (id: string) => void }) {
  const t = useWords("orders");
  return (
    <VirtualList
      label={t("title")}
      items={rows}
      itemKey={(row) => row.id}
      estimateHeight={76}
      className="bg-surface"
      renderItem={(row) => (
        <button
          type="button"
          onClick={() => onOpen(row.id)}
          className="flex w-full flex-col gap-0.5 border-line border-b px-4 py-2.5 text-left active:bg-pressed"
        >
          <span className="flex w-full items-center gap-2">
            <span className="min-w-0 flex-1 truncate font-medium">
              {row.contact.name || row.externalId || t("noName")}
            </span>
            <StatusBadge status={row.status} />
          </span>
          <span className="w-full min-w-0">
            <AddressText row={row} />
          </span>
          <span className="flex w-full gap-3 text-ink-muted text-sm tabular-nums">
            <span className="truncate">{row.externalId ?? t("noNumber")}</span>
            <span>{row.serviceDate ? t.format.date(row.serviceDate, "short") : t("noDay")}</span>
            <span className="truncate">{windowsLine(t, row.windows)}</span>
          </span>
        </button>
      )}
    />
  );
}
