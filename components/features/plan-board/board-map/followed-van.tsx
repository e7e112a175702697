"use client";
import { useCallback } from "react";
import { FollowPoint } from "@/components/map/follow-point";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useVan } from "../live/vans-context";

/** The camera goes with the van that is followed, until somebody moves the map. */
export function FollowedVan() {
  const store = useBoardStoreApi();
  const routeId = useBoardStore((state) => state.followedRouteId);
  const van = useVan(routeId ?? "");
  const leave = useCallback(() => store.setState({ followedRouteId: null }), [store]);
  return van ? <FollowPoint lat={van.lat} lng={van.lng} onLeave={leave} /> : null;
}
