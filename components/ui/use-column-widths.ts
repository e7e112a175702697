"use client";
import { useCallback, useEffect, useState } from "react";

export type ColumnWidths = Readonly<Record<string, number>>;

const narrowest = 48;
const none: ColumnWidths = {};

function read(key: string): ColumnWidths {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const entries = Object.entries(stored ?? {}).filter((entry): entry is [string, number] =>
      Number.isFinite(entry[1]),
    );
    return Object.fromEntries(entries);
  } catch {
    return none;
  }
}

/** The widths a reader has set, kept in this browser under `name`; without a name there is nothing to set. */
export function useColumnWidths(name: string | undefined) {
  const key = name && `dray.columns.${name}`;
  const [widths, setWidths] = useState<ColumnWidths>(none);

  // After mounting, since the server cannot know them and the first render must match.
  useEffect(() => {
    if (key) setWidths(read(key));
  }, [key]);

  const setWidth = useCallback(
    (columnId: string, width: number | null) => {
      setWidths((before) => {
        const { [columnId]: _, ...others } = before;
        const after = width === null ? others : { ...others, [columnId]: Math.max(narrowest, Math.round(width)) };
        try {
          if (key) localStorage.setItem(key, JSON.stringify(after));
        } catch {
          // They hold for this page.
        }
        return after;
      });
    },
    [key],
  );

  return { widths, setWidth: key ? setWidth : undefined };
}
