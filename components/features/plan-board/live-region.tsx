"use client";
import { useWords } from "@/components/lib/words/words-context";
import { useBoardStore } from "./board-store";

/** Reads out what the last act did. */
export function LiveRegion() {
  const t = useWords("board");
  const announcement = useBoardStore((state) => state.announcement);
  return (
    <div role="status" aria-live="polite" aria-label={t("announcements")} className="sr-only">
      {announcement}
    </div>
  );
}
