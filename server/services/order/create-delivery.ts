import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryVerdict } from "@/server/domain/order/delivery-verdict";
import { changed, command, unchanged } from "../kernel/command";
import { gathered } from "../kernel/gathered";
import { found } from "../kernel/service-error";
import { draftSchema } from "./create-deliveries";
import { upsertDeliveries } from "./upsert-deliveries";

const oneSchema = z.object({ projectId: z.uuid(), draft: draftSchema });

const createSome = command({
  permission: "order.write",
  input: z.object({ sent: z.array(oneSchema.extend({ correlationId: z.string() })) }),
  run: async (scope, { sent }) => {
    const verdicts: DeliveryVerdict[] = [];
    const events: DomainEvent[] = [];
    for (const projectId of new Set(sent.map((each) => each.projectId))) {
      const project = found(await findProject(scope.tx, scope.actor.organizationId, projectId), "project");
      const places = sent.flatMap((each, index) => (each.projectId === projectId ? [index] : []));
      const drafts = places.map((index) => ({ draft: sent[index]!.draft }));
      const saved = await upsertDeliveries(scope, project, "create", drafts);
      const requestOf = new Map<string, string>();
      for (const [at, verdict] of saved.verdicts.entries()) {
        const index = places[at]!;
        verdicts[index] = verdict;
        if (verdict.outcome === "created") requestOf.set(verdict.deliveryId, sent[index]!.correlationId);
      }
      for (const each of saved.events) {
        const correlationId = requestOf.get(each.entityId);
        events.push(correlationId === undefined ? each : { ...each, correlationId });
      }
    }
    return events.length > 0 ? changed({ verdicts }, events) : unchanged({ verdicts });
  },
});

/** Takes one delivery in, in the transaction of all that the same program sends at this moment; its verdict. */
export const createDelivery = gathered({
  permission: "order.write",
  input: oneSchema,
  most: 100,
  work: async (services, asked) => {
    const sent = asked.map(({ input, services: { correlationId } }) => ({ ...input, correlationId }));
    return (await createSome(services, { sent })).verdicts;
  },
});
