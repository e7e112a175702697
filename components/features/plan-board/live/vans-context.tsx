"use client";
import { createContext, use } from "react";

/** Where a route's van was last seen. */
export interface Van {
  readonly driverId: string;
  readonly routeId: string;
  readonly lat: number;
  readonly lng: number;
  readonly recordedAtMs: number;
  /** At the moment shown. */
  readonly ageSeconds: number;
  readonly headingDegrees: number | null;
  readonly batteryPercent: number | null;
}

const NO_VANS: ReadonlyMap<string, Van> = new Map();

/** The vans by route. */
export const VansContext = createContext<ReadonlyMap<string, Van>>(NO_VANS);

export function useVansByRoute(): ReadonlyMap<string, Van> {
  return use(VansContext);
}

export function useVan(routeId: string): Van | undefined {
  return use(VansContext).get(routeId);
}
