"use client";
import { useCallback, useSyncExternalStore } from "react";

/** Whether the window is narrower than a tablet: lists take the place of grids. */
export const PHONE = "(max-width: 639px)";

/** Follows a media query; false on the server. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
