import type { ReactNode } from "react";

/** The bottom of a sheet that may be longer than the screen: what ends it is always in reach. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 -mx-5 -mb-5 border-line border-t bg-surface-raised px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
      {children}
    </div>
  );
}
