import { useEffect, useRef, useState } from "react";
import type { LiveConnection } from "@/components/lib/live-events";

/** A first connection may take this long. */
const FIRST_MILLISECONDS = 10_000;
/** The feed itself takes 8 s to notice that it hears nothing: together 10 s without a word. */
const LOST_MILLISECONDS = 2_000;

/** True once the live feed has been away long enough for people to know. */
export function useIsStale(connection: LiveConnection): boolean {
  const [isStale, setIsStale] = useState(false);
  const wasLive = useRef(false);
  const isLive = connection === "live";
  useEffect(() => {
    if (isLive) {
      wasLive.current = true;
      return;
    }
    const timer = window.setTimeout(() => setIsStale(true), wasLive.current ? LOST_MILLISECONDS : FIRST_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      setIsStale(false);
    };
  }, [isLive]);
  return isStale;
}
