import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { UPSERT_MODES } from "@/server/domain/order/delivery-schema";
import type { DeliveryVerdict } from "@/server/domain/order/delivery-verdict";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { upsertDeliveries } from "./upsert-deliveries";

/** Whatever an object holds: what is wrong in it is said by its verdict. */
export const draftSchema = z.custom<DeliveryDraft>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  { message: "must be a delivery" },
);

/**
 * Takes deliveries in, by the sender's number where there is one; each item is checked by itself and gets its own
 * verdict, in order. `update` and `merge` accept parts of a known delivery. All that is accepted is saved at once.
 */
export const createDeliveries = command({
  permission: "order.write",
  input: z.object({
    projectId: z.uuid(),
    mode: z.enum(UPSERT_MODES).default("create"),
    deliveries: z.array(draftSchema).min(1).max(5000),
    /** Nothing is saved unless everything can be: the first refusal is thrown. */
    isAllOrNothing: z.boolean().default(false),
  }),
  run: async (scope, { projectId, mode, deliveries, isAllOrNothing }) => {
    const project = found(await findProject(scope.tx, scope.actor.organizationId, projectId), "project");
    const { verdicts, events } = await upsertDeliveries(
      scope,
      project,
      mode,
      deliveries.map((draft) => ({ draft })),
    );
    const refused = verdicts.find((verdict) => verdict.outcome === "refused");
    if (isAllOrNothing && refused?.outcome === "refused") throw refusedDelivery(refused);
    const result: { verdicts: DeliveryVerdict[] } = { verdicts };
    return events.length > 0 ? changed(result, events) : unchanged(result);
  },
});

/** A refused delivery as the refusal of all that was asked for with it. */
function refusedDelivery(verdict: Extract<DeliveryVerdict, { outcome: "refused" }>): ServiceError {
  const { reason, message, issues, index, externalId } = verdict;
  return new ServiceError(reason === "invalid" ? "invalid" : "refused", message, { reason, issues, index, externalId });
}
