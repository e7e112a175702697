import "server-only";
import { z } from "zod";
import { findDriverPhone, listRouteCallees } from "@/db/queries/relay/relay-calls";
import { query } from "../kernel/query";

/** The two whom the relay connects; empty where a number is not known. */
export interface RelayCall {
  readonly visitId: string;
  readonly driver: string;
  readonly customer: string;
}

/** Which call a code of the acting driver's link stands for; null when it is none of his doors'. */
export const readRelayCall = query({
  permission: "run.read",
  input: z.object({ code: z.string() }),
  prepare: async ({ ports }) => ports.callRelay,
  run: async ({ tx, actor, prepared: relay }, { code }): Promise<RelayCall | null> => {
    const { organizationId, id: driverId, routeId, assignmentId } = actor;
    if (!driverId || !routeId || !assignmentId) return null;
    const callees = await listRouteCallees(tx, organizationId, routeId);
    const callee = callees.find(({ visitId }) => relay.lineFor(assignmentId, visitId)?.code === code);
    if (!callee) return null;
    const driver = await findDriverPhone(tx, organizationId, driverId);
    return { visitId: callee.visitId, driver, customer: callee.phone };
  },
});
