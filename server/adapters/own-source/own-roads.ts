import { osrmDialect } from "@/server/adapters/travel/osrm-dialect";
import type { RoadEngine } from "@/server/adapters/travel/road-engine";
import { createRoadServer, type RoadServerDialect, type RoadServerOptions } from "@/server/adapters/travel/road-server";
import { valhallaDialect } from "@/server/adapters/travel/valhalla-dialect";
import type { TravelSource } from "@/server/domain/own-source/own-source";
import { bearerOf } from "./bearer";

export type RoadServerSource = Extract<TravelSource, { readonly url: string }>;

export function ownRoadsDialect(source: RoadServerSource): RoadServerDialect {
  return source.kind === "osrm" ? osrmDialect(source.url, source.profiles) : valhallaDialect(source.url);
}

/** The road server an organization has chosen. */
export function createOwnRoads(
  source: RoadServerSource,
  key: string | null,
  http: Omit<RoadServerOptions, "headers">,
): RoadEngine {
  return createRoadServer(ownRoadsDialect(source), { ...http, headers: bearerOf(key) });
}
