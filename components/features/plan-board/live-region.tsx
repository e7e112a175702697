"use client";
import { useBoardStore } from "./board-store";

/** Reads out what the last act did. */
export function LiveRegion() {
  const announcement = useBoardStore((state) => state.announcement);
  return (
    <div role="status" aria-live="polite" aria-label="Board announcements" className="sr-only">
      {announcement}
    </div>
  );
}
