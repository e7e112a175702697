import "server-only";
import { z } from "zod";
import { requeueDoubtful } from "@/db/queries/location/geocode-queue";
import { geocoderSourceSchema } from "@/server/domain/own-source/own-source";
import { command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { keepSource, keyFor, refuseFailed, wishFields } from "./source-wish";
import { askGeocoder, geocoderTrial } from "./try-geocoder";

/**
 * Who is asked for addresses from now on, after the address book: kept once it has found the address it was tried with, and
 * asked for whatever waits for its place or was not surely found by the one before. Refused with what was wrong (`source-failed`).
 */
export const saveGeocoder = command({
  permission: "settings.write",
  input: z.object({ source: geocoderSourceSchema.nullable(), trial: geocoderTrial.nullable(), ...wishFields }),
  prepare: async (scope, { source, trial, isInsisted, ...wish }) => {
    const key = await keyFor(scope, "geocoder", { ...wish, source });
    const tried = { key, box: scope.ports.secrets };
    // The address book is here, and knows what it knows.
    if (source === null || source.kind === "address-book") return { ...tried, fault: undefined };
    if (!trial) throw new ServiceError("invalid", "With which address is it tried?", { reason: "invalid" });
    return { ...tried, fault: refuseFailed("geocoder", await askGeocoder(scope, source, key, trial), isInsisted) };
  },
  run: async (scope, wish) => {
    const kept = await keepSource(scope, "geocoder", wish);
    if (!kept.isChanged) return kept;
    // The address book has said what it knows of them.
    if (wish.source?.kind !== "address-book") await requeueDoubtful(scope.tx, scope.actor.organizationId, scope.now);
    await scope.enqueue("geocode-locations", {});
    return kept;
  },
});
