import "server-only";
import { z } from "zod";
import { findNumbersOutOfScope, lockDeliveries, lockDeliveriesByExternalId } from "@/db/queries/order/load-deliveries";
import { findProject } from "@/db/queries/project/find-project";
import { type DeliveryRefusal, deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { decideChange, parseDelivery } from "@/server/domain/order/decide-upsert";
import type { FieldIssue } from "@/server/domain/order/delivery-verdict";
import { type DeliveryDraft, mergeDraft } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { saveChangedDeliveries } from "./save-changed-deliveries";

/**
 * Changes one delivery; what `changes` leaves out stays, `null` empties a field. Refuses with the reason in the details
 * (`closed`, `dispatched`, `on_route`, `exists`) and as `stale` when `version` is no longer the delivery's.
 */
export const editDelivery = command({
  permission: "order.write",
  input: z.object({
    id: z.uuid(),
    version: z.int().positive().optional(),
    changes: z.custom<DeliveryDraft>((value) => typeof value === "object" && value !== null, {
      message: "must be the fields to change",
    }),
    /** Whether required fields of the order's own must be there, and unknown ones not; people are asked for the required. */
    demands: z.object({ isWhole: z.boolean().optional(), isClosed: z.boolean().optional() }).default({}),
  }),
  run: async (scope, { id, version, changes, demands }) => {
    const { tx, actor } = scope;
    const [locked] = await lockDeliveries(tx, actor.organizationId, [id]);
    const existing = found(locked, "delivery");
    if (version !== undefined && version !== existing.version) refuse("stale");
    const project = found(await findProject(tx, actor.organizationId, existing.projectId), "project");
    const parsed = parseDelivery(mergeDraft(existing.input, changes), project, {
      isWhole: actor.kind === "user",
      ...demands,
      before: existing.input,
    });
    if (!parsed.ok) return refuse("invalid", parsed.issues);
    const number = parsed.input.externalId;
    if (number !== undefined && number !== existing.input.externalId) {
      const taken = await lockDeliveriesByExternalId(tx, actor.organizationId, [number]);
      if (taken.length > 0) refuse("exists");
      if (actor.reach && (await findNumbersOutOfScope(tx, [number])).size > 0) refuse("out-of-reach");
    }
    const decision = decideChange(existing, parsed.input);
    if (decision.kind === "refused") return refuse(decision.reason, decision.issues);
    if (decision.kind !== "change") return unchanged({ id, version: existing.version });
    return changed({ id, version: existing.version + 1 }, await saveChangedDeliveries(scope, [decision]));
  },
});

function refuse(reason: DeliveryRefusal, issues: readonly FieldIssue[] = []): never {
  const code = reason === "stale" ? "stale" : reason === "invalid" ? "invalid" : "refused";
  const first = issues[0];
  const message = first ? `${first.path}: ${first.message}` : deliveryRefusalMessage(reason);
  throw new ServiceError(code, message, { reason, issues });
}
