import "server-only";
import { z } from "zod";
import { findKnownDoor } from "@/db/queries/location/find-known-door";
import { noteSourceAnswer } from "@/db/queries/own-source/own-source-state";
import { findOwnSource, type OwnSourceRow } from "@/db/queries/own-source/own-sources";
import type {
  GeocoderSource,
  MapSource,
  SourceFault,
  SourcePart,
  TravelSource,
} from "@/server/domain/own-source/own-source";
import { SOURCE_PARTS } from "@/server/domain/own-source/own-source";
import type { Trial } from "@/server/ports/source-trials";
import { command, type PrepareScope, untraced } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { openRow } from "./open-own-source";

/** How a source that is kept answered just now. */
export interface CheckedSource {
  readonly fault: SourceFault | null;
  readonly host: string;
  readonly subject: string | null;
  readonly milliseconds: number;
}

/** Some hundred metres north of a door, where roads may well be as near as there. */
const NEARBY_DEGREES = 0.005;

/**
 * Asks a source the organization has chosen, as it is kept, about a door it has; how that went is kept beside it, and what
 * waits for a geocoder that is back is looked up. Refused where there is nobody to ask, or no door to ask about.
 */
export const checkSource = command({
  permission: "settings.write",
  input: z.object({ part: z.enum(SOURCE_PARTS) }),
  prepare: async (scope, { part }) => {
    const row = await scope.read((tx) => findOwnSource(tx, scope.actor.organizationId, part));
    if (!row) throw nobodyToAsk();
    return { changedAt: row.changedAt, trial: await ask(scope, row) };
  },
  run: async ({ tx, actor, now, prepared, enqueue }, { part }) => {
    const { trial, changedAt } = prepared;
    // That it does not know our door is an answer.
    const fault = trial.ok || trial.fault === "not-found" ? null : trial.fault;
    const { organizationId } = actor;
    const isBack = await noteSourceAnswer(tx, { organizationId, part, changedAt, at: now, fault });
    if (isBack && part === "geocoder") await enqueue("geocode-locations", { isSweep: true });
    const { milliseconds } = trial;
    const by = trial.ok ? { host: "", subject: null } : { host: trial.host, subject: trial.subject ?? null };
    return untraced<CheckedSource>({ fault, ...by, milliseconds });
  },
});

const nobodyToAsk = () => new ServiceError("refused", "There is no source to ask.", { reason: "invalid" });

async function ask({ actor, ports, read }: PrepareScope, row: OwnSourceRow): Promise<Trial<unknown>> {
  const { sourceTrials } = ports;
  const { key } = openRow<SourcePart>(ports.secrets, row);
  if (row.part === "map") {
    const map = row.settings as MapSource;
    if (map.kind === "none") throw nobodyToAsk();
    return sourceTrials.map(map);
  }
  const isAsked = row.settings.kind === "google" || "url" in row.settings;
  if (!isAsked) throw nobodyToAsk();
  const door = await read((tx) => findKnownDoor(tx, actor.organizationId));
  if (!door) {
    throw new ServiceError("refused", "There is no address yet that it could be asked about.", {
      reason: "trial-address-unknown",
    });
  }
  if (row.part === "geocoder") return sourceTrials.geocoder(row.settings as GeocoderSource, key, door);
  const { lat, lng } = door;
  const way = [door, { lat: lat + NEARBY_DEGREES, lng }] as const;
  return sourceTrials.travel(row.settings as TravelSource, key, way);
}
