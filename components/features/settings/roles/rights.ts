import { DESK_PERMISSIONS, type Permission } from "@/server/domain/access/permissions";

/** Areas of rights in the order a dispatcher thinks of them. */
const AREAS = [
  "order",
  "plan",
  "fleet",
  "proof",
  "message",
  "partner",
  "settings",
  "audit",
  "members",
  "preference",
] as const;
export type Area = (typeof AREAS)[number];

/** What a role of the desk can be made of: nothing that needs a route, a partner or a driver of one's own. */
export type Right = Exclude<Permission, "run.read" | "run.write" | "run.own" | "partner.own">;

/** All rights of the desk, by area. */
export const RIGHTS_BY_AREA: readonly { readonly area: Area; readonly rights: readonly Right[] }[] = AREAS.map(
  (area) => ({
    area,
    rights: DESK_PERMISSIONS.filter((permission): permission is Right => permission.startsWith(`${area}.`)),
  }),
);

/** Rights once each, in the order they are shown. */
export function inOrder(rights: Iterable<Permission>): Right[] {
  const wanted = new Set(rights);
  return RIGHTS_BY_AREA.flatMap((each) => each.rights).filter((right) => wanted.has(right));
}
