import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { RoadRefusal, type RoadRequest, RoadsOverasked } from "./road-engine";
import type { RoadServerDialect } from "./road-server";
import { readValhallaAnswer, valhallaQuery } from "./valhalla-queries";

const PATHS: Record<RoadRequest["kind"], string> = {
  locate: "/locate",
  matrix: "/sources_to_targets",
  route: "/route",
};

/** Valhalla's error codes about what was asked, not about how: no edges near, unconnected, too far apart, no path. */
const REFUSED = new Set([154, 170, 171, 172, 441, 442, 443]);
const TOO_MANY = 150;

/** A Valhalla server (valhalla.github.io/valhalla/api). Limits are those it comes with; larger ones it never minds. */
export function valhallaDialect(baseUrl: string): RoadServerDialect {
  const base = baseUrl.replace(/\/+$/, "");
  return {
    limits: {
      pairsPerMatrix: 2500,
      positionsPerSide: 50,
      positionsPerLocate: 50,
      legsPerRoute: 19,
      callsAtOnce: 2,
      refusesOffRoad: true,
    },
    profiles: new Set(TRAVEL_PROFILES),
    toCall: (request) => ({ url: new URL(base + PATHS[request.kind]), post: valhallaQuery(request) }),
    read: readValhallaAnswer,
    refusalOf(status, text) {
      const { error_code: code, error } = parse(text);
      if (code === TOO_MANY || status === 413) return new RoadsOverasked(error ?? "too much for one call");
      return code !== undefined && REFUSED.has(code) ? new RoadRefusal(error ?? `error ${code}`) : undefined;
    },
  };
}

function parse(text: string): { error_code?: number; error?: string } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
