"use client";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";

export type CardListProps<Item> = {
  /** The accessible name. */
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  /** Two or three lines; the first is read as the item's name. */
  renderItem: (item: Item) => ReactNode;
  onOpen: (item: Item) => void;
  loading?: boolean;
  empty?: ReactNode;
  className?: string;
};

/** A grid's rows on a phone: whole width, tall enough for a thumb. For hundreds, not thousands. */
export function CardList<Item>({
  label,
  items,
  itemKey,
  renderItem,
  onOpen,
  loading,
  empty,
  className,
}: CardListProps<Item>) {
  if (loading) {
    return (
      <div aria-busy="true" className={clsx("flex flex-col gap-px bg-surface p-4", className)}>
        {["w-3/5", "w-4/5", "w-2/5", "w-3/5", "w-1/2", "w-4/5"].map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
          <Skeleton key={at} className={clsx("my-3 h-4", width)} />
        ))}
      </div>
    );
  }
  if (items.length === 0) return <>{empty}</>;
  return (
    <ul aria-label={label} className={clsx("scroll-quiet min-h-0 flex-1 bg-surface", className)}>
      {items.map((item) => (
        <li key={itemKey(item)} className="border-line border-b">
          <button
            type="button"
            onClick={() => onOpen(item)}
            className="flex min-h-14 w-full items-center gap-2 py-2 pr-2 pl-4 text-left outline-offset-[-2px] hover:bg-hover active:bg-pressed"
          >
            <span className="flex min-w-0 flex-1 flex-col gap-0.5">{renderItem(item)}</span>
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}
