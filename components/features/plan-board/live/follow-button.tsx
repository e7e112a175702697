"use client";
import { LocateFixed } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useVan } from "./vans-context";

/** Keeps a route's van in the middle of the map until the map is moved by hand; nothing without a position. */
export function FollowButton({ routeId }: { routeId: string }) {
  const t = useWords("boardLive");
  const store = useBoardStoreApi();
  const isFollowed = useBoardStore((state) => state.followedRouteId === routeId);
  if (!useVan(routeId)) return null;
  return (
    <Button
      size="sm"
      icon={<LocateFixed />}
      aria-pressed={isFollowed}
      onClick={() => store.setState({ followedRouteId: isFollowed ? null : routeId, narrowView: "map" })}
    >
      {t(isFollowed ? "followStop" : "follow")}
    </Button>
  );
}
