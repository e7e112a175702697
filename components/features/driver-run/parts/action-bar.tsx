"use client";
import { type ReactNode, useContext } from "react";
import { RunContext } from "../store/run-context";

/** Where the thumb is: the next thing to do, always at the bottom edge of the screen. Who only looks cannot press it. */
export function ActionBar({ above, children }: { above?: ReactNode; children: ReactNode }) {
  const isLooking = useContext(RunContext)?.isLooking;
  return (
    <div
      inert={isLooking}
      className="fixed inset-x-0 bottom-0 z-10 border-line-strong border-t bg-surface-raised px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-xl flex-col gap-2">
        {above}
        <div className="flex gap-2 [&>*]:flex-1">{children}</div>
      </div>
    </div>
  );
}
