"use client";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { type UIEvent, useCallback, useMemo, useRef } from "react";
import { type LiveEvent, useLiveEvents } from "@/components/lib/live-events";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import type { DeliveryFilter, DeliverySort } from "@/server/domain/order/delivery-filter";

export type OrderRow = RouterOutput["order"]["list"]["rows"][number];

const PAGE_ROWS = 200;
/** Two windows' worth of rows ahead of the reader. */
const FETCH_AHEAD_PIXELS = 2400;
const REFRESH_MILLISECONDS = 1000;
const CHANGES_LIST = /^(delivery|location|route|plan|import)\./;

/** The rows found so far, more of them as the reader scrolls, and the counts on the filters; kept true by live events. */
export function useOrderPages(filter: DeliveryFilter, sort: DeliverySort) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.order.list.infiniteQueryOptions(
      { filter, sort, limit: PAGE_ROWS },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const facets = useQuery(trpc.order.facets.queryOptions({ filter }, { placeholderData: keepPreviousData }));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onScroll = useCallback(
    (event: UIEvent) => {
      const { scrollHeight, scrollTop, clientHeight } = event.target as HTMLElement;
      const isNear = scrollHeight - scrollTop - clientHeight < FETCH_AHEAD_PIXELS;
      if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { list, facets: facets.data, rows, total: list.data?.pages[0]?.total ?? null, onScroll };
}

/** Asks again for what orders' screens show, soon after something in it has changed; many changes at once ask once. */
export function useOrderRefresh() {
  const refresh = useRefreshOrders();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onEvents = useCallback(
    (events: readonly LiveEvent[]) => {
      if (timer.current || !events.some(({ type }) => CHANGES_LIST.test(type))) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        void refresh();
      }, REFRESH_MILLISECONDS);
    },
    [refresh],
  );
  useLiveEvents(onEvents);
}

/** Asks again for lists, counts and details of orders. */
export function useRefreshOrders() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: trpc.order.pathKey() }),
        queryClient.invalidateQueries({ queryKey: trpc.event.timeline.queryKey() }),
      ]),
    [queryClient, trpc],
  );
}
