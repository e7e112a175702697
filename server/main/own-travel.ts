import "server-only";
import { createOwnRoads, ownRoadsDialect, type RoadServerSource } from "@/server/adapters/own-source/own-roads";
import { watchRoads } from "@/server/adapters/own-source/source-watch";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { RoadEngine } from "@/server/adapters/travel/road-engine";
import type { RoadSource } from "@/server/adapters/travel/road-source";
import { profileNamesText } from "@/server/domain/travel/profile-names";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { Clock } from "@/server/ports/clock";
import type { TravelPort } from "@/server/ports/travel";
import type { OpenedSource } from "@/server/services/own-source/open-own-source";
import type { Env } from "./env";
import { keepMade, keepRecent, type OwnSourceReader, sourceGuard } from "./own-source-reader";
import type { WatchSource } from "./own-source-watch";

/** OSRM answers from hierarchies made beforehand; Valhalla searches for each door anew (11 µs a pair, measured). */
const OSRM_MAX_DOORS = 6000;
const WEEK_MS = 7 * 86_400_000;
/** For so long a process goes by what it has read of an organization's choice: a plan asks for hundreds of ways at once. */
const KEEP_MILLISECONDS = 1_000;

export const mostDoorsOf = (kind: "osrm" | "valhalla", { ROADS_MAX_DOORS }: Pick<Env, "ROADS_MAX_DOORS">): number =>
  kind === "osrm" ? Math.max(OSRM_MAX_DOORS, ROADS_MAX_DOORS) : ROADS_MAX_DOORS;

/** Nobody tells when a server gets new roads. */
export const weekOf = (clock: Clock): number => Math.floor(clock.now().getTime() / WEEK_MS);

export function once(make: () => RoadEngine): () => RoadEngine {
  let made: RoadEngine | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export interface OwnTravelParts {
  readonly env: Env;
  readonly clock: Clock;
  readonly readOwn: OwnSourceReader;
  readonly watch: WatchSource;
  /** Of who has chosen nothing. */
  readonly installed: TravelPort;
  /** The roads built on this machine. */
  readonly networks: readonly RoadSource[];
  readonly onRoadsOf: (sources: readonly RoadSource[]) => TravelPort;
}

/** Travel as each organization has chosen it: its own road server, then the networks built here, then estimates. */
export function createOwnTravel(parts: OwnTravelParts): (organizationId: string) => TravelPort {
  const { readOwn, installed, networks, onRoadsOf } = parts;
  const own = keepMade<"travel", TravelPort>((source) => {
    const { settings } = source;
    if (settings.kind === "estimate") return estimateTravel;
    if (settings.kind === "networks") return onRoadsOf(networks);
    return onRoadsOf([ownServer(parts, { ...source, settings }), ...networks]);
  });
  const travelOf = keepRecent(KEEP_MILLISECONDS, async (organizationId) => {
    const source = await readOwn(organizationId, "travel");
    return source === null ? installed : own(organizationId, source);
  });
  return (organizationId) => ({
    matrix: async (...asked) => (await travelOf(organizationId)).matrix(...asked),
    legs: async (...asked) => (await travelOf(organizationId)).legs(...asked),
  });
}

/** By other names a server measures other ways. */
const namesOf = (settings: RoadServerSource) =>
  settings.kind === "osrm" ? ` ${profileNamesText(settings.profiles)}` : "";

/** Of names in its address each may be a server of its own. */
const serverOf = (settings: RoadServerSource) => (profile: TravelProfile) =>
  settings.url.replaceAll("{profile}", (settings.kind === "osrm" && settings.profiles[profile]) || "");

function ownServer(
  { env, clock, watch }: Pick<OwnTravelParts, "env" | "clock" | "watch">,
  source: OpenedSource<"travel"> & { readonly settings: RoadServerSource },
): RoadSource {
  const { organizationId, settings, key } = source;
  const http = { userAgent: `Dray (${env.baseUrl})`, guard: sourceGuard(env) };
  const { kind, url } = settings;
  return {
    name: new URL(url.replaceAll("{profile}", "profile")).host,
    // What one organization's server has said is nobody else's.
    version: () => `${kind} ${url}${namesOf(settings)} of ${organizationId} ${weekOf(clock)}`,
    profiles: ownRoadsDialect(settings).profiles,
    maxDoors: mostDoorsOf(kind, env),
    open: once(() => watchRoads(createOwnRoads(settings, key, http), watch(source), serverOf(settings))),
  };
}
