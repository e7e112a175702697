"use client";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { LastPosition } from "@/server/domain/position/position-fix";
import { useTRPC } from "./trpc";

const NOBODY: ReadonlyMap<string, LastPosition> = new Map();

/** Where a plan's drivers were last, by driver, as it changes. Nobody while it is not asked for. */
export function useLivePositions(planId: string, enabled: boolean): ReadonlyMap<string, LastPosition> {
  const trpc = useTRPC();
  const [known, setKnown] = useState(NOBODY);
  useSubscription(
    trpc.position.stream.subscriptionOptions(
      { planId },
      {
        enabled,
        onData: ({ data: { positions, isAll } }) =>
          setKnown(
            (before) => new Map([...(isAll ? [] : before), ...positions.map((each) => [each.driverId, each] as const)]),
          ),
      },
    ),
  );
  return enabled ? known : NOBODY;
}
