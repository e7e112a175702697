export type MapStopStatus = "planned" | "next" | "done" | "failed";

export interface MapStop {
  readonly id: string;
  /** Null for a stop no route serves; those belong to the pool layer. */
  readonly routeId: string | null;
  /** The sequence number, or a range where several share a door. */
  readonly label: string;
  readonly lng: number;
  readonly lat: number;
  readonly status: MapStopStatus;
  readonly late?: boolean;
  readonly locked?: boolean;
}

/** Below this zoom stops are plain dots. */
export const DOTS_BELOW_ZOOM = 11;
/** From this zoom stops wear their sequence number. */
export const LABELS_FROM_ZOOM = 12;
