/** One reading of a device's place, in SI units; what the device did not know is null. */
export interface PositionFix {
  readonly recordedAtMs: number;
  readonly lat: number;
  readonly lng: number;
  readonly accuracyMeters: number | null;
  readonly speedMps: number | null;
  /** Clockwise from north, whole degrees below 360. */
  readonly headingDegrees: number | null;
  readonly batteryPercent: number | null;
}

/** Where somebody was believed to be last, as desks show it. */
export interface LastPosition extends PositionFix {
  readonly driverId: string;
  readonly routeId: string | null;
  readonly planId: string | null;
  readonly projectId: string;
  readonly receivedAtMs: number;
  /** Grows with every change of a last position in the organization. */
  readonly changeSeq: number;
}

/** More at once are refused whole. */
export const MAX_FIXES_PER_BATCH = 1000;
