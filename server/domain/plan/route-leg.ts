export interface Leg {
  readonly durationSeconds: number;
  readonly distanceMeters: number;
}

/** The way to a visit; with `reload` the driver goes back to the depot to load first, and the leg leads on from there. */
export interface RouteLeg extends Leg {
  readonly reload?: { readonly leg: Leg; readonly loadSeconds: number };
}

/** A return to the depot to load between two stops, with the way there. */
export interface ScheduledReload {
  readonly arriveSeconds: number;
  readonly departSeconds: number;
  readonly legSeconds: number;
  readonly legMeters: number;
}

/** Loading ends when the driver must leave for the next stop to be there when he is. */
export function scheduledReload(
  leg: Leg,
  reload: NonNullable<RouteLeg["reload"]>,
  arrive: number,
  leftSeconds: number,
): ScheduledReload {
  const departSeconds = Math.max(leftSeconds, arrive - leg.durationSeconds);
  return {
    arriveSeconds: Math.max(leftSeconds, departSeconds - reload.loadSeconds),
    departSeconds,
    legSeconds: reload.leg.durationSeconds,
    legMeters: reload.leg.distanceMeters,
  };
}

/** From leaving one stop to arriving at the next, loading in between included. */
export function hopSeconds({ durationSeconds, reload }: RouteLeg): number {
  return reload ? reload.leg.durationSeconds + reload.loadSeconds + durationSeconds : durationSeconds;
}
