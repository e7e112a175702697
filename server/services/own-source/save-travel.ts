import "server-only";
import { z } from "zod";
import { listPlansFromToday } from "@/db/queries/plan/list-plans-from-today";
import { travelSourceSchema } from "@/server/domain/own-source/own-source";
import { command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { keepSource, keyFor, refuseFailed, wishFields } from "./source-wish";
import { askTravel, travelTrial } from "./try-travel";

/** By then every process has noticed (`KEEP_MILLISECONDS` of `own-travel`). */
const NOTICED_MILLISECONDS = 2_000;

/**
 * Whose roads are driven from now on: kept once a way between two addresses was measured; plans of today and later are
 * timed anew. Refused with what was wrong (`source-failed`).
 */
export const saveTravel = command({
  permission: "settings.write",
  input: z.object({ source: travelSourceSchema.nullable(), trial: travelTrial.nullable(), ...wishFields }),
  prepare: async (scope, { source, trial, isInsisted, ...wish }) => {
    const key = await keyFor(scope, "travel", { ...wish, source });
    const tried = { key, box: scope.ports.secrets };
    if (source === null || !("url" in source)) return { ...tried, fault: undefined };
    if (!trial) throw new ServiceError("invalid", "Between which addresses is it tried?", { reason: "invalid" });
    return { ...tried, fault: refuseFailed("travel", await askTravel(scope, source, key, trial), isInsisted) };
  },
  run: async (scope, wish) => {
    const { tx, actor, now } = scope;
    const kept = await keepSource(scope, "travel", wish);
    if (!kept.isChanged) return kept;
    const noticedAt = new Date(now.getTime() + NOTICED_MILLISECONDS);
    for (const planId of await listPlansFromToday(tx, actor.organizationId, now)) {
      await scope.enqueue("measure-routes", { planId }, noticedAt);
    }
    return kept;
  },
});
