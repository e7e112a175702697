import "server-only";
import { z } from "zod";
import { lastEventSeq } from "@/db/queries/event/list-events";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import type { DriverRun } from "@/server/domain/execution/driver-run";
import { query } from "../kernel/query";
import { readSheet } from "../plan/read-route-sheet";

/**
 * All a driver's device needs to work the whole day without us: the route as it is now and every act of his that we know.
 * Null when the route is no longer his.
 */
export const readRun = query({
  permission: "run.read",
  input: z.object({}),
  prepare: async ({ ports }) => ports.callRelay,
  run: async ({ tx, actor, now, prepared: relay }): Promise<DriverRun | null> => {
    const sheet = await readSheet(tx, actor, relay);
    if (!sheet || !actor.routeId) return null;
    const ops = await loadRouteOps(tx, actor.organizationId, actor.routeId);
    const lastSeq = await lastEventSeq(tx, actor.organizationId);
    return {
      routeId: actor.routeId,
      sheet,
      ops: ops.map((act) => ({ ...act, occurredAt: act.occurredAt.toISOString() })),
      lastSeq,
      serverNow: now.toISOString(),
    };
  },
});
