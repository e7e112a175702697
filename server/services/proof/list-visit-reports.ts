import "server-only";
import { z } from "zod";
import { listEndedVisitsOf } from "@/db/queries/proof/evidence";
import { listPodUploadsOf } from "@/db/queries/proof/uploads";
import type { Completion } from "@/server/domain/execution/run-state";
import { groupBy } from "@/server/domain/group-by";
import { query } from "../kernel/query";
import { loadEvidence } from "./load-evidence";

/** A file of a report, by its name; where it is read needs the right to see evidence. */
export interface ReportFile {
  readonly id: string;
  readonly kind: string;
}

/** How a door's visit ended, with what its driver and programs filed of it. */
export interface VisitReport {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly routeId: string;
  readonly planId: string;
  readonly driverId: string | null;
  readonly completion: Completion;
  readonly files: readonly ReportFile[];
}

/** How these deliveries' visits ended, each attempt by itself, oldest first. */
export const listVisitReports = query({
  permission: "order.read",
  input: z.object({ deliveryIds: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor }, { deliveryIds }): Promise<readonly VisitReport[]> => {
    const { organizationId } = actor;
    const ended = await loadEvidence(tx, organizationId, await listEndedVisitsOf(tx, organizationId, deliveryIds));
    const ids = [...new Set(ended.map((each) => each.deliveryId))];
    const uploads = groupBy(await listPodUploadsOf(tx, organizationId, ids), ({ visitId }) => visitId);
    return ended.map(({ visitId, deliveryId, routeId, planId, driverId, completion, proofs }) => {
      const registered = (uploads.get(visitId) ?? []).map(({ id, kind }) => ({ id, kind }));
      const known = new Set(registered.map(({ id }) => id));
      const taken = proofs.flatMap(({ id, kind, status }) =>
        status === "rejected" || known.has(id) ? [] : [{ id, kind }],
      );
      return { visitId, deliveryId, routeId, planId, driverId, completion, files: [...registered, ...taken] };
    });
  },
});
