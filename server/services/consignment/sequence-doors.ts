import "server-only";
import { type SequencedDoor, sequenceProblem, urgentFirst } from "@/server/domain/consignment/door-sequence";
import type { TravelMatrix } from "@/server/domain/plan/routing-problem";
import type { EstimateCalibration } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { Ports } from "../kernel/service-context";

const MAX_SECONDS = 4;
const PATIENCE_SECONDS = 0.5;
const DOORS_PER_SECOND = 200;

export interface SequenceTerms {
  readonly profile: TravelProfile;
  readonly calibration: EstimateCalibration | undefined;
  /** When driving begins, elapsed since the day's midnight. */
  readonly startSeconds: number;
}

/**
 * Doors in the order that is shortest to drive, the first and the last where they are. Windows are kept where all of them can
 * be, and count for nothing where they cannot.
 */
export async function sequenceDoors(
  ports: Pick<Ports, "travel" | "solver">,
  doors: readonly SequencedDoor[],
  { profile, calibration, startSeconds }: SequenceTerms,
): Promise<readonly SequencedDoor[]> {
  if (doors.length < 4) return doors;
  const matrix = await ports.travel.matrix(
    doors.map(({ position }) => position),
    profile,
    { calibration },
  );
  const isTimed = doors.some(({ windows }) => windows.length > 0);
  const timed = isTimed ? await solve(ports, doors, matrix, startSeconds) : undefined;
  const order = timed ?? (await solve(ports, doors, matrix, null)) ?? doors.map((_, index) => index);
  return urgentFirst(order.map((index) => doors[index]!));
}

/** Undefined where not every door could be served. */
async function solve(
  { solver }: Pick<Ports, "solver">,
  doors: readonly SequencedDoor[],
  matrix: TravelMatrix,
  startSeconds: number | null,
): Promise<readonly number[] | undefined> {
  const problem = sequenceProblem(doors, matrix, startSeconds);
  const noImprovementSeconds = PATIENCE_SECONDS + doors.length / DOORS_PER_SECOND;
  const budget = { seed: 1, threads: 1, maxSeconds: MAX_SECONDS, noImprovementSeconds };
  const [solved] = await solver.solve(problem, ["cheapest"], budget, new AbortController().signal);
  const [route = []] = solved?.solution.routes ?? [];
  return route.length === doors.length ? route : undefined;
}
