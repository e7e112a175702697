import type { ReactNode } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

export type PagedListProps = {
  /** The pages that have been read, of `useInfiniteQuery`. */
  pages: {
    readonly error: unknown;
    readonly isPending: boolean;
    readonly data: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  label: string;
  /** In the place of rows where there are none. */
  empty: ReactNode;
  /** What leads to the page before. */
  older: string;
  rows: readonly ReactNode[];
};

/** A list that is read page by page, newest first: while it is read, unreadable, empty, and the way on. */
export function PagedList({ pages, label, empty, older, rows }: PagedListProps) {
  const refusalOf = useRefusalOf();
  return (
    <>
      {pages.error ? <Banner tone="error">{refusalOf(pages.error).message}</Banner> : null}
      {pages.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {pages.data && rows.length === 0 ? empty : null}
      {rows.length > 0 ? (
        <ol aria-label={label} className="rounded-md border border-line">
          {rows}
        </ol>
      ) : null}
      {pages.hasNextPage ? (
        <Button className="self-center" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {older}
        </Button>
      ) : null}
    </>
  );
}
