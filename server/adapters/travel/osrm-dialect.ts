import type { LatLng } from "@/server/domain/geo";
import { decodePolyline, encodePolyline } from "@/server/domain/polyline";
import type { ProfileNames } from "@/server/domain/travel/profile-names";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { listOf } from "./list-of";
import {
  ROAD_REACH_METERS,
  type RoadAnswers,
  type RoadBlock,
  type RoadLeg,
  RoadRefusal,
  type RoadRequest,
  RoadsOverasked,
} from "./road-engine";
import type { RoadServerDialect } from "./road-server";

/** Words of OSRM about what was asked, not about how. */
const REFUSED = new Set(["NoRoute", "NoSegment", "NoTable"]);

/**
 * An OSRM server (project-osrm.org/docs, HTTP v1), with the name its `{profile}` has for each of ours. A server knows one
 * profile and reads no name: where several run side by side, `{profile}` in the address tells them apart.
 */
export function osrmDialect(baseUrl: string, profiles: ProfileNames): RoadServerDialect {
  const toUrl = (service: string, { profile }: RoadRequest, positions: readonly LatLng[], options: object): URL => {
    const name = profiles[profile]!;
    const base = baseUrl.replaceAll("{profile}", name).replace(/\/+$/, "");
    const url = new URL(`${base}/${service}/v1/${name}/${positions.map(coordinates).join(";")}`);
    // Lists are separated by semicolons, which URLSearchParams would escape and OSRM would not read back.
    url.search = Object.entries(options)
      .map(([key, value]) => `${key}=${value}`)
      .join("&");
    return url;
  };
  return {
    // A table's address must stay below eight kilobytes; its size as a server comes with it.
    limits: {
      pairsPerMatrix: 10_000,
      positionsPerSide: 100,
      positionsPerLocate: 200,
      legsPerRoute: 50,
      callsAtOnce: 4,
      refusesOffRoad: false,
    },
    profiles: new Set(Object.keys(profiles) as TravelProfile[]),
    toCall(request) {
      if (request.kind === "route") {
        const options = { overview: "false", steps: "true", geometries: "polyline", continue_straight: "false" };
        return { url: toUrl("route", request, request.positions, options) };
      }
      if (request.kind === "locate") {
        return { url: toUrl("table", request, request.positions, { sources: 0, annotations: "duration" }) };
      }
      const { sources, targets } = request;
      const options = {
        sources: sources.map((_, index) => index).join(";"),
        destinations: targets.map((_, index) => sources.length + index).join(";"),
        annotations: "duration,distance",
      };
      return { url: toUrl("table", request, [...sources, ...targets], options) };
    },
    read: readOsrmAnswer,
    refusalOf(status, text) {
      const { code, message } = parse(text);
      if (code === "TooBig" || status === 413 || status === 414 || status === 431) {
        return new RoadsOverasked(message ?? "too much for one call");
      }
      return code !== undefined && REFUSED.has(code) ? new RoadRefusal(message ?? code) : undefined;
    },
  };
}

const coordinates = ({ lat, lng }: LatLng) => `${lng.toFixed(5)},${lat.toFixed(5)}`;

interface OsrmAnswer {
  readonly code?: string;
  readonly destinations?: unknown;
  readonly durations?: unknown;
  readonly distances?: unknown;
  readonly routes?: readonly { readonly legs?: unknown }[];
}

interface Waypoint {
  /** Metres from the position asked about to the road it was moved to. */
  readonly distance?: number;
}

function readOsrmAnswer(request: RoadRequest, body: unknown): RoadAnswers[keyof RoadAnswers] {
  const answer = body as OsrmAnswer;
  if (answer?.code !== "Ok") throw new Error(`code ${answer?.code}`);
  if (request.kind === "locate") {
    const found = listOf<Waypoint>(answer.destinations, request.positions.length);
    return found.map(({ distance = 0 }) => distance <= ROAD_REACH_METERS);
  }
  if (request.kind === "route") return readLegs(answer.routes?.[0]?.legs, request.positions.length - 1);
  return readTable(request, answer);
}

function readTable({ sources, targets }: Extract<RoadRequest, { kind: "matrix" }>, answer: OsrmAnswer): RoadBlock {
  const read = (table: unknown) =>
    listOf<unknown>(table, sources.length).flatMap((row) => listOf<number | null>(row, targets.length));
  const durations = read(answer.durations);
  const distances = read(answer.distances);
  const isWay = (_: unknown, cell: number) =>
    typeof durations[cell] === "number" && typeof distances[cell] === "number";
  const rounded = (values: readonly (number | null)[]) =>
    Int32Array.from(values, (value, cell) => (isWay(value, cell) ? Math.round(value!) : -1));
  return { durationSeconds: rounded(durations), distanceMeters: rounded(distances) };
}

interface OsrmLeg {
  readonly duration: number;
  readonly distance: number;
  readonly steps: readonly { readonly geometry: string }[];
}

function readLegs(legs: unknown, count: number): RoadLeg[] {
  return listOf<OsrmLeg>(legs, count).map(({ duration, distance, steps }) => ({
    durationSeconds: Math.round(duration),
    distanceMeters: Math.round(distance),
    shape: joinPolylines(steps.map((step) => step.geometry)),
  }));
}

/** One way from the ways of its steps, each of which begins where the one before ended. */
function joinPolylines(encoded: readonly string[]): string {
  const positions = encoded.flatMap((each) => decodePolyline(each));
  return encodePolyline(
    positions.filter(({ lat, lng }, index) => {
      const before = positions[index - 1];
      return !before || before.lat !== lat || before.lng !== lng;
    }),
  );
}

function parse(text: string): { code?: string; message?: string } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
