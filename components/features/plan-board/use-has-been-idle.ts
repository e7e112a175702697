import { useEffect, useState } from "react";

/** However busy the desk is, what waits for it to rest waits no longer. */
const LONGEST_WAIT_MILLISECONDS = 2000;

/** True once the browser had nothing more urgent to do than what is still to come. */
export function useHasBeenIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(() => setIsIdle(true), 0);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIsIdle(true), { timeout: LONGEST_WAIT_MILLISECONDS });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
