import "server-only";
import { z } from "zod";
import { findActDoor, findRating, insertRating } from "@/db/queries/tracking/customer-acts";
import { MOST_LETTERS } from "@/server/domain/tracking/customer-act";
import { LOW_STARS } from "@/server/domain/tracking/rating-summary";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { actRefused, judgeAct } from "./judge-act";

/** A customer says once what he thinks of a delivery that is over. The same again changes nothing, another is refused. */
export const rateDelivery = command({
  permission: "order.write",
  input: z.object({
    visitId: z.uuid(),
    scope: z.enum(["page", "status"]),
    stars: z.int().min(1).max(5),
    comment: z.string().max(MOST_LETTERS.comment),
  }),
  run: async (scope, { stars, comment, ...door }) => {
    const {
      tx,
      actor: { organizationId },
      now,
    } = scope;
    const { refusal } = await judgeAct(scope, door, "rate");
    const { deliveryId, planId } = found(await findActDoor(tx, organizationId, door.visitId), "stop");
    const known = await findRating(tx, organizationId, deliveryId);
    if (known && known.stars === stars && known.comment === comment) return unchanged(null);
    if (refusal) throw actRefused(refusal);
    // Another door's customer of the same delivery may be faster: the first word stays.
    const isFirst = await insertRating(tx, { organizationId, deliveryId, stars, comment, createdAt: now });
    if (!isFirst) throw actRefused("already-done");
    // Few stars are somebody's to see to, also when the day is over and nothing looks at it by itself.
    if (planId && stars <= LOW_STARS) await scope.enqueue("watch-plan", { planId });
    return changed(null, [
      { type: "delivery.rated", entity: "delivery", entityId: deliveryId, after: { stars, comment } },
    ]);
  },
});
