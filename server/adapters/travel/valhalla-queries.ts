// Shared by the embedded engine's process and the HTTP client. Relative imports: see valhalla-worker.ts.
import type { LatLng } from "../../domain/geo";
import { decodePolyline, encodePolyline } from "../../domain/polyline";
import type { TravelProfile } from "../../domain/travel/travel-profile";
import { listOf } from "./list-of";
import { ROAD_REACH_METERS, type RoadAnswers, type RoadBlock, type RoadLeg, type RoadRequest } from "./road-engine";

const COSTINGS: Record<TravelProfile, string> = {
  car: "auto",
  van: "auto",
  truck: "truck",
  bike: "bicycle",
  foot: "pedestrian",
};

type MatrixRequest = Extract<RoadRequest, { kind: "matrix" }>;

// A server's own default would move a position up to 35 km to find it a road.
const toLocation = ({ lat, lng }: LatLng) => ({ lat, lon: lng, search_cutoff: ROAD_REACH_METERS });

/** The body of Valhalla's `/locate`, `/sources_to_targets` or `/route` for a request. */
export function valhallaQuery(request: RoadRequest): object {
  const costing = COSTINGS[request.profile];
  if (request.kind === "locate") return { locations: request.positions.map(toLocation), costing, verbose: false };
  if (request.kind === "route") {
    const locations = request.positions.map((position) => ({ ...toLocation(position), type: "break" }));
    return { locations, costing, directions_type: "none", units: "kilometers" };
  }
  const { sources, targets } = request;
  return {
    sources: sources.map(toLocation),
    targets: targets.map(toLocation),
    costing,
    units: "kilometers",
    verbose: false,
  };
}

/** Reads the answer to a request. Throws an Error on one of another shape or size. */
export function readValhallaAnswer(request: RoadRequest, answer: unknown): RoadAnswers[keyof RoadAnswers] {
  if (request.kind === "locate") return readLocate(request.positions.length, answer);
  if (request.kind === "route") return readRoute(request.positions.length - 1, answer);
  return readMatrix(request, answer);
}

function readLocate(count: number, answer: unknown): boolean[] {
  const found = listOf<{ edges?: unknown[] | null }>(answer, count);
  return found.map(({ edges }) => Array.isArray(edges) && edges.length > 0);
}

type Cells = readonly (readonly (number | null)[])[];
interface Pair {
  readonly time?: number | null;
  readonly distance?: number | null;
}

/** Concise (two tables) since 3.4 when asked so; older servers always list pairs with their time and distance. */
function readMatrix({ sources, targets }: MatrixRequest, answer: unknown): RoadBlock {
  const found = (answer as { sources_to_targets?: unknown }).sources_to_targets;
  if (Array.isArray(found)) {
    const rows = listOf<unknown>(found, sources.length).map((row) => listOf<Pair>(row, targets.length));
    return readCells(
      rows.map((row) => row.map(({ time }) => time ?? null)),
      rows.map((row) => row.map(({ distance }) => distance ?? null)),
    );
  }
  const { durations, distances } = (found ?? {}) as { durations?: unknown; distances?: unknown };
  const table = (cells: unknown): Cells =>
    listOf<unknown>(cells, sources.length).map((row) => listOf<number | null>(row, targets.length));
  return readCells(table(durations), table(distances));
}

function readCells(durations: Cells, distances: Cells): RoadBlock {
  const size = durations.reduce((sum, row) => sum + row.length, 0);
  const block = { durationSeconds: new Int32Array(size).fill(-1), distanceMeters: new Int32Array(size).fill(-1) };
  let cell = 0;
  durations.forEach((row, source) => {
    row.forEach((seconds, target) => {
      const kilometers = distances[source]![target];
      if (typeof seconds === "number" && typeof kilometers === "number") {
        block.durationSeconds[cell] = Math.round(seconds);
        block.distanceMeters[cell] = Math.round(kilometers * 1000);
      }
      cell++;
    });
  });
  return block;
}

function readRoute(count: number, answer: unknown): RoadLeg[] {
  const { trip } = answer as { trip?: { legs?: unknown } };
  const legs = listOf<{ shape: string; summary: { time: number; length: number } }>(trip?.legs, count);
  return legs.map(({ shape, summary }) => ({
    durationSeconds: Math.round(summary.time),
    distanceMeters: Math.round(summary.length * 1000),
    shape: encodePolyline(decodePolyline(shape, 6), 5),
  }));
}
