import "server-only";
import type { Tx } from "@/db/client";
import { hasServedVisit, type PodDoor } from "@/db/queries/proof/pods";
import type { Actor } from "@/server/domain/access/actor";
import { found, noSuch } from "../kernel/service-error";

/**
 * The door meant among a delivery's; unnamed, where it goes. A driver finds only doors he has, or has had, on a route of
 * his: others are to him as if they were not there.
 */
export async function podDoorOf(
  tx: Tx,
  actor: Actor,
  doors: readonly PodDoor[],
  visitId: string | undefined,
): Promise<PodDoor> {
  const [first] = doors;
  const isHis = (door: PodDoor) =>
    actor.kind !== "driver" || hasServedVisit(tx, actor.organizationId, door, found(actor.id, "driver"));
  const delivery = found(first, "delivery");
  const door = visitId === undefined ? delivery : doors.find((each) => each.visitId === visitId);
  if (!(await isHis(door ?? delivery))) throw noSuch("delivery");
  return found(door, "stop");
}
