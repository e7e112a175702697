import "server-only";
import { z } from "zod";
import { findVisitDeliveries, searchStops as selectStops } from "@/db/queries/order/search-stops";
import { findProject } from "@/db/queries/project/find-project";
import { findWave } from "@/db/queries/wave/waves";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const text = z.string().max(300).optional();

/** A page of a project's doors that meet everything asked, newest first, and how many there are. */
export const searchStops = query({
  permission: "order.read",
  input: z.object({
    projectId: z.uuid(),
    visitId: z.uuid().optional(),
    name: text,
    /** Null: for no day. */
    waveId: z.uuid().nullable().optional(),
    /** Null: on none. */
    routeId: z.uuid().nullable().optional(),
    statuses: z.array(z.enum(DELIVERY_STATUSES)).min(1).optional(),
    contactName: text,
    contactPhone: text,
    contactEmail: text,
    offset: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(500).default(20),
  }),
  run: async ({ tx, actor }, { projectId, waveId, offset, limit, ...wanted }) => {
    const { organizationId } = actor;
    found(await findProject(tx, organizationId, projectId), "project");
    if (typeof waveId !== "string") {
      return selectStops(tx, organizationId, projectId, { ...wanted, wave: waveId }, { offset, limit });
    }
    const wave = await findWave(tx, organizationId, { id: waveId });
    if (!wave) return { total: 0, visits: [] };
    return selectStops(tx, organizationId, projectId, { ...wanted, wave }, { offset, limit });
  },
});

/** The deliveries these doors are of, in the order asked; refuses what is not there. */
export const readStopDeliveries = query({
  permission: "order.read",
  input: z.object({ visitIds: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor }, { visitIds }) => {
    const rows = await findVisitDeliveries(tx, actor.organizationId, visitIds);
    const known = new Map(rows.map((row) => [row.visitId, row.deliveryId]));
    return visitIds.map((visitId) => ({ visitId, deliveryId: found(known.get(visitId), "stop") }));
  },
});
