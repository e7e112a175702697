import "server-only";
import { z } from "zod";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { changedQuietly, command } from "../kernel/command";
import { keepTrackingLinks } from "./keep-tracking-links";

/** The customers' pages of doors, for a program to hand on: by visit the same address each time, while it is good. */
export const shareTrackingLinks = command({
  permission: "order.read",
  input: z.object({ visitIds: z.array(z.uuid()).max(5000) }),
  run: async (scope, { visitIds }) => {
    const policy = await findTrackingPolicy(scope.tx, scope.actor.organizationId);
    const links = await keepTrackingLinks(scope, visitIds, "program", policy);
    const urlOf = (linkId: string) => `${scope.baseUrl}/track/${scope.tokenFor(linkId)}`;
    return changedQuietly(new Map([...links].map(([visitId, linkId]) => [visitId, urlOf(linkId)])));
  },
});
