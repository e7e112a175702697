import type { StopRunStatus } from "./run-state";

/** What tells in which order a driver made his stops; instants as milliseconds or dates. */
export interface MadeStop {
  readonly visitId: string;
  readonly status: StopRunStatus;
  readonly departedAtMs: number | null;
  readonly arrivedAtMs: number | null;
  readonly completedAtMs: number | null;
}

/**
 * The stops of a route that are made, in the order in which they really were: those done by when they were done, then
 * where the driver is, then where he heads for; those of one moment, like the parcels of one door, as they are planned.
 * Stops that nobody has acted on are left out. `placeOf`: a stop's place on its route.
 */
export function madeInOrder<T extends MadeStop>(stops: Iterable<T>, placeOf: (visitId: string) => number): T[] {
  const rank = ({ status }: MadeStop) => (status === "enroute" ? 2 : status === "arrived" ? 1 : 0);
  const at = (stop: MadeStop) => stop.completedAtMs ?? stop.arrivedAtMs ?? stop.departedAtMs ?? 0;
  return [...stops]
    .filter(({ status }) => status !== "planned")
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        at(a) - at(b) ||
        placeOf(a.visitId) - placeOf(b.visitId) ||
        (a.visitId < b.visitId ? -1 : 1),
    );
}
