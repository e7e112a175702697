import "server-only";
import { z } from "zod";
import { findDrivenSpan, saveDrivenMeters } from "@/db/queries/execution/driven-distance";
import { listTrack } from "@/db/queries/position/list-positions";
import { drivenDistance } from "@/server/domain/analytics/driven-distance";
import { changedQuietly, command, unchanged } from "../kernel/command";

/** A fix a second of the longest shift; more are none of a van's. */
const MOST_FIXES = 100_000;

/** Works out how far a finished route was driven while positions are there, for reports to hold against the plan. */
export const measureDrivenDistance = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { routeId }) => {
    const span = await findDrivenSpan(tx, organizationId, routeId);
    if (!span) return unchanged({ drivenMeters: null });
    const { driverId, startedAt: from, finishedAt: to } = span;
    // The end of a span is outside of it.
    const until = new Date(to.getTime() + 1);
    const track = await listTrack(tx, organizationId, driverId, { from, to: until, routeId, limit: MOST_FIXES });
    const drivenMeters = drivenDistance(track, from.getTime(), to.getTime());
    await saveDrivenMeters(tx, organizationId, routeId, drivenMeters);
    return changedQuietly({ drivenMeters });
  },
});
