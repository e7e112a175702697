"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import type { MessageAudience } from "@/server/domain/message/message-purpose";
import type { Message, MessageStatus } from "./message-words";

const PAGE_ROWS = 100;

/** The messages with a status, or to some people only (null: all), newest first, kept true by live events. */
export function useMessages(status: MessageStatus | null, audience: MessageAudience | null) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const filter = { ...(status && { status }), ...(audience && { audience }) };
  const pages = useInfiniteQuery({
    queryKey: [...trpc.message.list.queryKey(), "pages", status, audience],
    queryFn: ({ pageParam, signal }): Promise<Message[]> =>
      client.message.list.query({ ...filter, limit: PAGE_ROWS, ...(pageParam && { beforeId: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => (page.length === PAGE_ROWS ? page.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  useLiveRefresh(/^(message|route)\./, [trpc.message.pathKey()]);
  const messages = useMemo(() => pages.data?.pages.flat() ?? [], [pages.data]);
  return { ...pages, messages };
}
