"use client";
import type { ReactNode } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { VirtualList } from "@/components/ui/virtual-list";

const NEAR_END_PIXELS = 1200;

export interface PagedListProps<Item> {
  readonly label: string;
  readonly query: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly estimateHeight: number;
  readonly renderItem: (item: Item, index: number) => ReactNode;
  readonly empty: ReactNode;
}

/** A list of the checklist that fetches its next page before its end is reached. */
export function PagedList<Item>({ query, empty, ...list }: PagedListProps<Item>) {
  const t = useWords("boardCutoff");
  const refusalOf = useRefusalOf();
  const common = useWords("common");
  if (query.isPending) {
    return (
      <div aria-busy="true" className="flex flex-col gap-2 p-4">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-14 w-full" />
        ))}
      </div>
    );
  }
  if (query.error && list.items.length === 0) {
    return (
      <EmptyState
        title={t("listFailed")}
        actions={<Button onClick={() => void query.refetch()}>{common("tryAgain")}</Button>}
      >
        {refusalOf(query.error).message}
      </EmptyState>
    );
  }
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onScrollCapture={({ target }) => {
        const { scrollHeight, scrollTop, clientHeight } = target as HTMLElement;
        const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
        if (isNearEnd && query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage();
      }}
    >
      <VirtualList {...list} empty={empty} />
    </div>
  );
}
