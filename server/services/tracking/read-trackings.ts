import "server-only";
import { z } from "zod";
import {
  findTolds,
  insertTrackingViews,
  lockTolds,
  saveTolds,
  type ToldRow,
} from "@/db/queries/tracking/customer-told";
import { findLeadErrors } from "@/db/queries/tracking/lead-errors";
import { findTrackedVisits } from "@/db/queries/tracking/tracked-visit";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { FRESH_SECONDS } from "@/server/domain/execution/estimate-arrivals";
import { type CommandScope, command, untraced } from "../kernel/command";
import { type ToldDoor, tellDoor } from "./tell-door";
import { nothingTold } from "./told-window";

/** As many as are read in one transaction. */
export const MOST_DOORS = 200;

const doorSchema = z.object({
  visitId: z.uuid(),
  /** Who looks, to be noted; null: nobody new, the page only asks again. */
  view: z.object({ linkId: z.uuid(), scope: z.enum(["page", "status"]), ipHash: z.string().max(64) }).nullable(),
});
export type LookedAtDoor = z.input<typeof doorSchema>;

/**
 * What customers' pages of many doors are made of, private things included (`tracking-page` says what of it is shown). What
 * is told anew is kept under a lock, so that the next word follows from it; what was told already is only read. Null for
 * a door that is gone.
 */
export const readTrackings = command({
  permission: "order.read",
  input: z.object({ doors: z.array(doorSchema).max(MOST_DOORS) }),
  run: async (scope, { doors }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const visitIds = [...new Set(doors.map(({ visitId }) => visitId))];
    const views = doors.flatMap(({ view }) =>
      view ? [{ organizationId, id: scope.newId(), ...view, createdAt: now }] : [],
    );
    // One after the other on the connection, without waiting for each answer.
    const [told] = await Promise.all([tellDoors(scope, visitIds), insertTrackingViews(tx, views)]);
    // A view passes by itself: writing it to the log would make all of an organization's pages wait for one row.
    return untraced(doors.map(({ visitId }) => told.get(visitId) ?? null));
  },
});

async function tellDoors(
  { tx, actor: { organizationId }, now }: CommandScope<unknown>,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, ToldDoor>> {
  const policy = await findTrackingPolicy(tx, organizationId);
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const past = { from: ago(FRESH_SECONDS), until: ago(policy.position.delaySeconds) };
  const [rows, before, errors] = await Promise.all([
    findTrackedVisits(tx, organizationId, visitIds, past),
    findTolds(tx, organizationId, visitIds),
    findLeadErrors(tx, organizationId),
  ]);
  const rowOf = new Map(rows.map((row) => [row.visitId, row]));
  const toldOf = new Map(before.map((told) => [told.visitId, told]));
  const tell = (told: ToldRow) => tellDoor(rowOf.get(told.visitId)!, told, errors, policy, now);
  const doors = [...rowOf.keys()].map((id) => tell(toldOf.get(id) ?? nothingTold(organizationId, id, now)));
  const news = doors.filter(({ isNews }) => isNews).map(({ told }) => told.visitId);
  const held = news.length === 0 ? [] : (await lockTolds(tx, organizationId, news, now)).map(tell);
  await saveTolds(
    tx,
    held.filter(({ isNews }) => isNews).map(({ told }) => told),
  );
  return new Map([...doors, ...held].map((door) => [door.told.visitId, door]));
}
