"use client";
import { Minus, Plus } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import { bigButtonClass } from "../parts/big-button";

export interface ItemCountsProps {
  readonly stops: readonly SheetStop[];
  readonly counts: Readonly<Record<string, number>>;
  readonly onChange: (counts: Readonly<Record<string, number>>) => void;
}

/** How many of each item change hands; as ordered unless somebody counts otherwise. */
export function ItemCounts({ stops, counts, onChange }: ItemCountsProps) {
  const t = useWords("driverRun");
  const items = stops.flatMap((stop) => stop.items);
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold text-lg">{t("items")}</h3>
      <ul className="divide-y divide-line">
        {items.map((item) => {
          const name = item.description || item.barcode || t("parcel");
          const count = counts[item.id] ?? item.quantity;
          const set = (next: number) => onChange({ ...counts, [item.id]: Math.max(0, next) });
          return (
            <li key={item.id} className="flex items-center gap-2 py-2">
              <span className="min-w-0 flex-1 break-words text-lg">
                {name}
                {item.barcode && item.barcode !== name ? (
                  <span className="block font-mono text-base text-ink-muted">{item.barcode}</span>
                ) : null}
              </span>
              <button
                type="button"
                aria-label={t("fewer", { item: name })}
                disabled={count === 0}
                onClick={() => set(count - 1)}
                className={`${bigButtonClass()} px-0! disabled:opacity-50`}
              >
                <Minus aria-hidden="true" />
              </button>
              <output className="w-14 text-center font-semibold text-lg">
                {count}
                <span className="block font-normal text-base text-ink-muted">
                  {t("ofQuantity", { quantity: String(item.quantity) })}
                </span>
              </output>
              <button
                type="button"
                aria-label={t("moreOf", { item: name })}
                disabled={count >= item.quantity}
                onClick={() => set(count + 1)}
                className={`${bigButtonClass()} px-0! disabled:opacity-50`}
              >
                <Plus aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
