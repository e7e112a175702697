// Runs alone in a child process (see valhalla-process.ts): native code that crashes or hangs takes only itself down.
// Relative imports, because nothing here may depend on who resolves path aliases.
import type { LatLng } from "../../domain/geo";
import { decodePolyline, encodePolyline } from "../../domain/polyline";
import type { TravelProfile } from "../../domain/travel/travel-profile";
import { valhallaConfig } from "./valhalla-config";
import type { RoadBlock, RoadLeg, ValhallaAnswers, ValhallaReply, ValhallaRequest } from "./valhalla-messages";

const COSTINGS: Record<TravelProfile, string> = {
  car: "auto",
  van: "auto",
  truck: "truck",
  bike: "bicycle",
  foot: "pedestrian",
};

interface ValhallaActor {
  locate(query: object): Promise<{ edges: unknown[] | null }[]>;
  matrix(query: object): Promise<{
    sources_to_targets: { durations: (number | null)[][]; distances: (number | null)[][] };
  }>;
  route(query: object): Promise<{ trip: { legs: { shape: string; summary: { time: number; length: number } }[] } }>;
}

const toLocation = ({ lat, lng }: LatLng) => ({ lat, lon: lng });

async function locate(actor: ValhallaActor, profile: TravelProfile, positions: readonly LatLng[]): Promise<boolean[]> {
  const found = await actor.locate({
    locations: positions.map(toLocation),
    costing: COSTINGS[profile],
    verbose: false,
  });
  return found.map(({ edges }) => edges !== null && edges.length > 0);
}

async function matrix(
  actor: ValhallaActor,
  { profile, sources, targets }: Extract<ValhallaRequest, { kind: "matrix" }>,
): Promise<RoadBlock> {
  const { sources_to_targets: found } = await actor.matrix({
    sources: sources.map(toLocation),
    targets: targets.map(toLocation),
    costing: COSTINGS[profile],
    verbose: false,
  });
  const block = {
    durationSeconds: new Int32Array(sources.length * targets.length).fill(-1),
    distanceMeters: new Int32Array(sources.length * targets.length).fill(-1),
  };
  sources.forEach((_, row) => {
    targets.forEach((_, column) => {
      const seconds = found.durations[row]?.[column];
      const kilometers = found.distances[row]?.[column];
      if (seconds == null || kilometers == null) return;
      block.durationSeconds[row * targets.length + column] = Math.round(seconds);
      block.distanceMeters[row * targets.length + column] = Math.round(kilometers * 1000);
    });
  });
  return block;
}

async function route(actor: ValhallaActor, profile: TravelProfile, positions: readonly LatLng[]): Promise<RoadLeg[]> {
  const { trip } = await actor.route({
    locations: positions.map((position) => ({ ...toLocation(position), type: "break" })),
    costing: COSTINGS[profile],
    directions_type: "none",
    units: "kilometers",
  });
  return trip.legs.map(({ shape, summary }) => ({
    durationSeconds: Math.round(summary.time),
    distanceMeters: Math.round(summary.length * 1000),
    shape: encodePolyline(decodePolyline(shape, 6), 5),
  }));
}

function answer(actor: ValhallaActor, request: ValhallaRequest): Promise<ValhallaAnswers[keyof ValhallaAnswers]> {
  if (request.kind === "matrix") return matrix(actor, request);
  if (request.kind === "route") return route(actor, request.profile, request.positions);
  return locate(actor, request.profile, request.positions);
}

function reply(message: ValhallaReply): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  process.on("disconnect", () => process.exit(0));
  let actor: ValhallaActor;
  try {
    const { Actor } = await import("@valhallajs/valhallajs");
    actor = new Actor(valhallaConfig(process.argv[2] ?? "")) as unknown as ValhallaActor;
  } catch (error) {
    reply({ kind: "unusable", message: error instanceof Error ? error.message : String(error) });
    return;
  }
  process.on("message", (request: ValhallaRequest) => {
    answer(actor, request).then(
      (found) => reply({ kind: "answer", answer: found }),
      (error: unknown) => reply({ kind: "refused", message: error instanceof Error ? error.message : String(error) }),
    );
  });
  reply({ kind: "ready" });
}

void main();
