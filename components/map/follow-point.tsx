"use client";
import { useEffect } from "react";
import { isMapAlive, useMap } from "./map-context";

export interface FollowPointProps {
  readonly lat: number;
  readonly lng: number;
  /** Somebody has moved the map. */
  readonly onLeave: () => void;
}

const EASE_MILLISECONDS = 800;
/** Streets can be read from here on. */
const NEAR_ZOOM = 13;

/** Keeps a moving point in the middle; a hand on the map ends it. */
export function FollowPoint({ lat, lng, onLeave }: FollowPointProps) {
  const { map } = useMap();
  useEffect(() => {
    if (!isMapAlive(map)) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    map.easeTo({
      center: [lng, lat],
      zoom: Math.max(map.getZoom(), NEAR_ZOOM),
      duration: isStill ? 0 : EASE_MILLISECONDS,
    });
  }, [map, lat, lng]);
  useEffect(() => {
    map.on("dragstart", onLeave);
    return () => {
      if (isMapAlive(map)) map.off("dragstart", onLeave);
    };
  }, [map, onLeave]);
  return null;
}
