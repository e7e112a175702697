import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { deleteExpiredPresence, deletePresence, nudgeStreams, savePresence } from "@/db/queries/plan/plan-presence";
import { notePresenceSchema, PRESENCE_SECONDS, type PresentPerson } from "@/server/domain/plan/plan-presence";
import { command, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { presentPeople } from "./present-people";

/**
 * An open board says that it is there, and which routes its person has in hand; answers with the others. Said again
 * every few seconds: who falls silent is gone by themselves, whichever process they spoke to.
 */
export const notePresence = command({
  permission: "plan.read",
  input: notePresenceSchema,
  run: async ({ tx, actor, now }, { planId, sessionId, lease, isLeaving }) => {
    const { organizationId, id: userId } = actor;
    found(await findPlan(tx, organizationId, planId), "plan");
    if (userId === null) return untraced<PresentPerson[]>([]);
    const board = { organizationId, planId, userId, sessionId };
    const isNews = isLeaving
      ? await deletePresence(tx, board)
      : await savePresence(
          tx,
          {
            ...board,
            name: actor.label,
            activity: lease?.activity ?? null,
            routeIds: [...new Set(lease?.routeIds)],
            expiresAt: new Date(now.getTime() + PRESENCE_SECONDS * 1000),
          },
          now,
        );
    if (isNews) {
      await deleteExpiredPresence(tx, organizationId, planId, now);
      await nudgeStreams(tx, organizationId);
    }
    return untraced(await presentPeople(tx, actor, planId, now));
  },
});
