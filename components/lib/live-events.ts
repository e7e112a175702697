"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { RouterOutput } from "./router-types";
import { useTRPC } from "./trpc";

export type LiveEvent = RouterOutput["event"]["timeline"][number];
export type LiveConnection = "connecting" | "live" | "lost";

/**
 * Calls back with what happens in the organization, as it happens, in order and without gaps across reconnects.
 * Returns how the connection is. `onNudge`: connected (again), or something has changed that the log does not hold. Who
 * missed too much for that has everything read anew.
 */
export function useLiveEvents(onEvents: (events: readonly LiveEvent[]) => void, onNudge?: () => void): LiveConnection {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [hasHeard, setHasHeard] = useState(false);
  const subscription = useSubscription(
    trpc.event.stream.subscriptionOptions(undefined, {
      onData: (message) => {
        setHasHeard(true);
        if (message.data === "resync") void queryClient.invalidateQueries();
        else if (message.data.length > 0) onEvents(message.data);
        else onNudge?.();
      },
      onConnectionStateChange: (state) => {
        if (state.state !== "pending") setHasHeard(false);
      },
    }),
  );
  if (hasHeard) return "live";
  return subscription.status === "error" ? "lost" : "connecting";
}
