import { startTransition, useEffect, useState } from "react";

/** However busy the desk is, what waits for it to rest waits no longer. */
const LONGEST_WAIT_MILLISECONDS = 1000;

/** True once the browser had nothing more urgent to do than what is still to come: drawing what is there, or a click. */
export function useHasBeenIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const rest = () => startTransition(() => setIsIdle(true));
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(rest, 50);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(rest, { timeout: LONGEST_WAIT_MILLISECONDS });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
