import { useEffect, useState } from "react";
import type { LiveConnection } from "@/components/lib/live-events";

const PATIENCE_MILLISECONDS = 10_000;

/** True once the live feed has been away long enough for people to know. */
export function useIsStale(connection: LiveConnection): boolean {
  const [isStale, setIsStale] = useState(false);
  const isLive = connection === "live";
  useEffect(() => {
    if (isLive) return;
    const timer = window.setTimeout(() => setIsStale(true), PATIENCE_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      setIsStale(false);
    };
  }, [isLive]);
  return isStale;
}
