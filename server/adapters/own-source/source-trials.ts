import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import { type RoadEngine, RoadRefusal } from "@/server/adapters/travel/road-engine";
import type { LatLng } from "@/server/domain/geo";
import type { OwnSource, SourceFault } from "@/server/domain/own-source/own-source";
import { namedProfiles } from "@/server/domain/travel/profile-names";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { SourceTrials, Trial, TriedDrive } from "@/server/ports/source-trials";
import { askOwnMap } from "./ask-own-map";
import { createOwnGeocoder } from "./own-geocoder";
import { createOwnRoads, type RoadServerSource } from "./own-roads";
import { refererOf } from "./referer";
import { sourceFaultOf, UnnamableServer } from "./source-fault";

/** A person is waiting. */
const TIMEOUT_MS = 8_000;
/** A routing server's ways get a quarter of what its tables get. */
const ROADS_TIMEOUT_MS = 20_000;
const GOOGLE = "https://maps.googleapis.com";

/** Tries sources over guarded HTTP. */
export function createSourceTrials({
  guard,
  userAgent,
  baseUrl,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly guard: HttpGuard;
  readonly userAgent: string;
  /** Where people reach this installation: their browsers name it to a map's servers. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}): SourceTrials {
  const http = { guard, userAgent, maxRetries: 0 };
  return {
    geocoder: (source, key, query) =>
      tried(source, async () => {
        const geocoder = createOwnGeocoder(source, key, { ...http, timeoutMs, minIntervalMs: 0 });
        const [result] = geocoder ? await geocoder.geocode([query]) : [];
        return result?.candidates.length ? result : null;
      }),
    travel: (source, key, way) =>
      tried(source, async () => {
        if (!("url" in source)) return null;
        const roads = createOwnRoads(source, key, { ...http, timeoutMs: Math.min(ROADS_TIMEOUT_MS, timeoutMs * 4) });
        try {
          return await drivesOf(roads, source, way);
        } finally {
          await roads.close();
        }
      }),
    map: (source) => tried(source, () => askOwnMap(source, { ...http, headers: refererOf(baseUrl), timeoutMs })),
  };
}

/** What goes wrong is of one name, where a server is asked by several; that one finds no way there is said once all are asked. */
async function drivesOf(
  roads: RoadEngine,
  source: RoadServerSource,
  way: readonly [LatLng, LatLng],
): Promise<TriedDrive[] | null> {
  const drives: TriedDrive[] = [];
  let refused: unknown = null;
  const asked = source.kind === "osrm" ? namedProfiles(source.profiles) : [BY_VAN];
  for (const { name, profiles } of asked) {
    const drive = await driveOf(roads, profiles[0]!, way).catch((error: unknown) => {
      const failure = name === null ? error : new AskedByName(name, serverOf(source, name), error);
      if (!(error instanceof RoadRefusal)) throw failure;
      refused ??= failure;
      return undefined;
    });
    if (drive === null) return null;
    if (drive) drives.push({ name, profiles, ...drive });
  }
  if (refused) throw refused;
  return drives;
}

/** Valhalla knows all kinds of vehicles by the same roads. */
const BY_VAN = { name: null, profiles: ["van"] } as const;

async function driveOf(roads: RoadEngine, profile: TravelProfile, way: readonly [LatLng, LatLng]) {
  const [leg] = await roads.ask({ kind: "route", profile, positions: way });
  const table = await roads.ask({ kind: "matrix", profile, sources: way, targets: way });
  if (!leg || table.durationSeconds.length !== 4) return null;
  return { distanceMeters: leg.distanceMeters, durationSeconds: leg.durationSeconds };
}

/** What went wrong when a server was asked by one of its names. */
class AskedByName extends Error {
  constructor(
    readonly subject: string,
    readonly host: string,
    cause: unknown,
  ) {
    super("asked by a name", { cause });
  }
}

const serverOf = ({ url }: RoadServerSource, name: string) => new URL(url.replaceAll("{profile}", name)).host;

/** Null of `ask`: it knows nothing of what it was asked. */
async function tried<T>(source: OwnSource, ask: () => Promise<T | null>): Promise<Trial<T>> {
  const begunMs = performance.now();
  const milliseconds = () => Math.round(performance.now() - begunMs);
  const failed = (fault: SourceFault, at: { readonly host?: string; readonly subject?: string } = {}): Trial<T> => ({
    ok: false,
    fault,
    host: at.host ?? hostOf(source),
    ...(at.subject !== undefined && { subject: at.subject }),
    milliseconds: milliseconds(),
  });
  try {
    const found = await ask();
    return found === null ? failed("not-found") : { ok: true, found, milliseconds: milliseconds() };
  } catch (error) {
    if (error instanceof AskedByName) return failed(sourceFaultOf(error.cause), error);
    return failed(sourceFaultOf(error), error instanceof UnnamableServer ? { host: error.host } : {});
  }
}

function hostOf(source: OwnSource): string {
  const url = "url" in source ? source.url.replace(/\{\w+\}/g, "0") : source.kind === "google" ? GOOGLE : null;
  return url === null ? "" : new URL(url).host;
}
