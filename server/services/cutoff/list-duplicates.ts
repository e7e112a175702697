import "server-only";
import { z } from "zod";
import { listTwinGroups, loadTwins } from "@/db/queries/cutoff/list-checks";
import { query } from "../kernel/query";
import { dayOfPlan } from "./day-of-plan";

/** The day's groups of orders that may be one and the same, with what tells them apart, a page at a time. */
export const listDuplicates = query({
  permission: "order.read",
  input: z.object({
    planId: z.uuid(),
    cursor: z.string().max(100).nullish(),
    limit: z.int().min(1).max(100).default(25),
  }),
  run: async ({ tx, actor }, { planId, cursor, limit }) => {
    const { organizationId } = actor;
    const day = await dayOfPlan(tx, organizationId, planId);
    const page = await listTwinGroups(tx, day, cursor ?? "", limit + 1);
    const groups = page.slice(0, limit);
    const twins = await loadTwins(
      tx,
      organizationId,
      groups.flatMap((group) => group.deliveryIds),
    );
    const twinOf = new Map(twins.map((twin) => [twin.id, twin]));
    return {
      rows: groups.map(({ subject, reason, deliveryIds }) => ({
        subject,
        reason,
        deliveries: deliveryIds.flatMap((id) => twinOf.get(id) ?? []),
      })),
      nextCursor: page.length > limit ? (groups.at(-1)?.subject ?? null) : null,
    };
  },
});
