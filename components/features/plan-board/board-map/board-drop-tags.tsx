"use client";
import { useDeferredValue, useMemo } from "react";
import { useFormats } from "@/components/lib/words/words-context";
import { type DropTag, DropTagsLayer } from "@/components/map/drop-tags-layer";
import type { MapRoute } from "@/components/map/map-route";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { dropTags } from "./drop-tags";

const NO_TAGS: readonly DropTag[] = [];

/** While a drag lasts, what each route on the map would make of it. */
export function BoardDropTags({ routes }: { routes: readonly MapRoute[] }) {
  const format = useFormats();
  const { board } = useBoard();
  const drag = useBoardStore((state) => state.drag);
  // They come in slices while the hand moves: the list shows each, the map all of them once there is time.
  const previews = useDeferredValue(useBoardStore((state) => state.previews));
  const tags = useMemo(
    () => (drag ? dropTags(format, board, routes, drag.visitIds, previews) : NO_TAGS),
    [format, board, routes, drag, previews],
  );
  return <DropTagsLayer tags={tags} />;
}
