import type { ReactNode } from "react";
import { useHasBeenIdle } from "./use-has-been-idle";

/** A panel that is dear to draw: it comes once what stands beside it is on the screen and answers. */
export function OnceIdle({ children }: { children: ReactNode }) {
  return useHasBeenIdle() ? children : <div aria-hidden="true" className="min-h-0 flex-1" />;
}
