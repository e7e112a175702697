"use client";
import { useEffect, useRef } from "react";
import { useMap } from "./map-context";
import type { PinPosition } from "./pin-layer";

export interface MapClicksProps {
  readonly onClick: (position: PinPosition) => void;
}

/** Tells where on the map somebody clicked or tapped; dragging the map is no click. */
export function MapClicks({ onClick }: MapClicksProps) {
  const { map } = useMap();
  const latest = useRef(onClick);
  useEffect(() => {
    latest.current = onClick;
  });
  useEffect(() => {
    const subscription = map.on("click", ({ lngLat }) => latest.current({ lng: lngLat.lng, lat: lngLat.lat }));
    return () => subscription.unsubscribe();
  }, [map]);
  return null;
}
