// biome-ignore-all lint/a11y/useSemanticElements: rows placed absolutely in a list element lose their role in Safari.
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

export type VirtualListProps<Item> = {
  /** The accessible name. */
  label: string;
  items: readonly Item[];
  itemKey: (item: Item) => string;
  renderItem: (item: Item, index: number) => ReactNode;
  /** Pixels; items that turn out taller or shorter are measured. */
  estimateHeight: number | ((item: Item) => number);
  /** Scrolls this item into view whenever it changes. */
  scrollToKey?: string | null;
  overscan?: number;
  empty?: ReactNode;
  className?: string;
};

export function VirtualList<Item>({
  label,
  items,
  itemKey,
  renderItem,
  estimateHeight,
  scrollToKey,
  overscan = 10,
  empty,
  className,
}: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => itemKey(items[index]!),
    estimateSize: (index) => (typeof estimateHeight === "number" ? estimateHeight : estimateHeight(items[index]!)),
    overscan,
  });

  const scrollTo = scrollToKey == null ? -1 : items.findIndex((item) => itemKey(item) === scrollToKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new key scrolls; new items must not pull the list about.
  useEffect(() => {
    if (scrollTo >= 0) virtualizer.scrollToIndex(scrollTo, { align: "auto" });
  }, [scrollToKey]);

  if (items.length === 0) return <div className={clsx("min-h-0 flex-1", className)}>{empty}</div>;
  return (
    <div
      ref={scroller}
      role="list"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled by keys.
      tabIndex={0}
      className={clsx("scroll-quiet min-h-0 flex-1 outline-offset-[-2px]", className)}
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((virtual) => (
          <div
            key={virtual.key}
            ref={virtualizer.measureElement}
            data-index={virtual.index}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={virtual.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${virtual.start}px)` }}
          >
            {renderItem(items[virtual.index]!, virtual.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
