import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import type { OwnSource } from "@/server/domain/own-source/own-source";
import type { SourceTrials, Trial } from "@/server/ports/source-trials";
import { askOwnMap } from "./ask-own-map";
import { createOwnGeocoder } from "./own-geocoder";
import { createOwnRoads } from "./own-roads";
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
        const [leg] = await roads.ask({ kind: "route", profile: "van", positions: way });
        const table = await roads.ask({ kind: "matrix", profile: "van", sources: way, targets: way });
        await roads.close();
        if (!leg || table.durationSeconds.length !== 4) return null;
        return { distanceMeters: leg.distanceMeters, durationSeconds: leg.durationSeconds };
      }),
    map: (source) => tried(source, () => askOwnMap(source, { ...http, headers: refererOf(baseUrl), timeoutMs })),
  };
}

/** Null of `ask`: it knows nothing of what it was asked. */
async function tried<T>(source: OwnSource, ask: () => Promise<T | null>): Promise<Trial<T>> {
  const begunMs = performance.now();
  const milliseconds = () => Math.round(performance.now() - begunMs);
  const failed = (fault: ReturnType<typeof sourceFaultOf>, host = hostOf(source)): Trial<T> => ({
    ok: false,
    fault,
    host,
    milliseconds: milliseconds(),
  });
  try {
    const found = await ask();
    return found === null ? failed("not-found") : { ok: true, found, milliseconds: milliseconds() };
  } catch (error) {
    return failed(sourceFaultOf(error), error instanceof UnnamableServer ? error.host : undefined);
  }
}

function hostOf(source: OwnSource): string {
  const url = "url" in source ? source.url.replace(/\{\w+\}/g, "0") : source.kind === "google" ? GOOGLE : null;
  return url === null ? "" : new URL(url).host;
}
