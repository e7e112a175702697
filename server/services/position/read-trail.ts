import "server-only";
import { z } from "zod";
import { findDriverZone, listTrack } from "@/db/queries/position/list-positions";
import { simplifyTrack } from "@/server/domain/position/simplify-track";
import { packTrack, type Track } from "@/server/domain/position/track";
import { addLocalDays, localDateSchema } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

const TOLERANCE_METERS = 15;
/** A fix a second for fourteen hours. */
const MOST_FIXES = 50_000;

/**
 * Where a driver has been on a local day of his project, simplified to 15 m. Jumps are left out. The line is as measured:
 * whoever wants it on roads snaps what this returns, which no port is asked for.
 */
export const readTrail = query({
  permission: "plan.read",
  input: z.object({ driverId: z.uuid(), date: localDateSchema }),
  run: async ({ tx, actor }, { driverId, date }): Promise<Track> => {
    const { organizationId } = actor;
    const timeZone = found(await findDriverZone(tx, organizationId, driverId), "driver");
    const from = startOfDay(date, timeZone);
    const to = startOfDay(addLocalDays(date, 1), timeZone);
    const fixes = await listTrack(tx, organizationId, driverId, { from, to, limit: MOST_FIXES });
    return packTrack(simplifyTrack(fixes, TOLERANCE_METERS));
  },
});
