import "server-only";
import { z } from "zod";
import { deleteDrivenLegsBefore, insertDrivenLegs, listDrivenLegs, lockDepot } from "@/db/queries/travel/driven-legs";
import { listTravelCalibrations, upsertTravelCalibration } from "@/db/queries/travel/travel-calibrations";
import { distanceMeters } from "@/server/domain/geo";
import { LEARNING_DAYS, LEARNING_LEGS, learnCalibration } from "@/server/domain/travel/learn-calibration";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

const positionSchema = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

const inputSchema = z.object({
  /** Where the route began. */
  depotId: z.uuid(),
  profile: z.enum(TRAVEL_PROFILES),
  legs: z
    .array(
      z.object({
        /** Names the leg, a stop's id say: told twice, it counts once. */
        key: z.string().min(1).max(100),
        from: positionSchema,
        to: positionSchema,
        /** From leaving one door to reaching the next. */
        drivenSeconds: z.int().min(0).max(86_400),
        /** Null where nobody measured it. */
        drivenMeters: z.int().min(0).max(2_000_000).nullable().default(null),
        /** When it ended. */
        drivenAt: z.date(),
      }),
    )
    .max(1000),
});

/** The estimate's factors at a depot, in thousandths; null while too little was driven there. */
export interface DepotCalibration {
  readonly durationPermille: number;
  readonly distancePermille: number;
  readonly legs: number;
}

/**
 * Takes in what a finished route really drove and learns from it how much slower or quicker than estimated the roads of
 * its depot are. Legs are no part of the log; a depot whose factor has moved says so.
 */
export const recordDrivenLegs = command({
  permission: "plan.edit",
  input: inputSchema,
  run: async ({ tx, actor, now }, { depotId, profile, legs }) => {
    const { organizationId } = actor;
    found((await lockDepot(tx, organizationId, depotId)) || undefined, "depot");
    const rows = legs.map(({ key: legKey, from, to, ...driven }) => {
      const straightMeters = Math.round(distanceMeters(from, to));
      return { organizationId, legKey, depotId, profile, straightMeters, ...driven };
    });
    await insertDrivenLegs(tx, rows);
    const since = new Date(now.getTime() - LEARNING_DAYS * 86_400_000);
    await deleteDrivenLegsBefore(tx, organizationId, depotId, profile, since);
    const known = await listDrivenLegs(tx, organizationId, { depotId, profile, since, limit: LEARNING_LEGS });
    const calibrations = await listTravelCalibrations(tx, organizationId, [depotId]);
    const before = calibrations.find((calibration) => calibration.profile === profile);
    const learned = learnCalibration(known, profile, now);
    if (!learned) return unchanged<DepotCalibration | null>(before ?? null);
    const calibration = {
      durationPermille: Math.round(learned.duration * 1000),
      distancePermille: Math.round(learned.distance * 1000),
      legs: learned.legs,
    };
    await upsertTravelCalibration(tx, { organizationId, depotId, profile, ...calibration, updatedAt: now });
    const isSame =
      before?.durationPermille === calibration.durationPermille &&
      before.distancePermille === calibration.distancePermille;
    if (isSame) return unchanged<DepotCalibration | null>(calibration);
    const data = { profile, ...calibration };
    return changed<DepotCalibration | null>(calibration, [
      { type: "depot.calibrated", entity: "depot", entityId: depotId, data },
    ]);
  },
});
