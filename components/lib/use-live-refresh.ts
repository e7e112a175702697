"use client";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { type LiveEvent, useLiveEvents } from "./live-events";

const REFRESH_MILLISECONDS = 300;

/**
 * Asks again for what a screen shows soon after an event whose type matches; many at once ask once. Also when the stream
 * has begun: what happened between the screen's first answer and that, or while it was away, no event tells.
 */
export function useLiveRefresh(types: RegExp, queryKeys: readonly QueryKey[]) {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ types, queryKeys });
  useEffect(() => {
    latest.current = { types, queryKeys };
  });
  const askSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      for (const queryKey of latest.current.queryKeys) void queryClient.invalidateQueries({ queryKey });
    }, REFRESH_MILLISECONDS);
  }, [queryClient]);
  const onEvents = useCallback(
    (events: readonly LiveEvent[]) => {
      if (events.some(({ type }) => latest.current.types.test(type))) askSoon();
    },
    [askSoon],
  );
  const connection = useLiveEvents(onEvents);
  useEffect(() => {
    if (connection === "live") askSoon();
  }, [connection, askSoon]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
