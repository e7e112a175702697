"use client";
import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { KeyboardHint } from "@/components/ui/keyboard-hint";

export type TooltipProps = {
  content: ReactNode;
  /** One element that takes a ref and event handlers. */
  children: ReactElement;
  side?: "top" | "bottom" | "left" | "right";
  shortcut?: string;
  disabled?: boolean;
};

/** Shares the opening delay, so that moving along a toolbar shows the next tip at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <BaseTooltip.Provider delay={500} closeDelay={0} timeout={400}>
      {children}
    </BaseTooltip.Provider>
  );
}

export function Tooltip({ content, children, side = "top", shortcut, disabled }: TooltipProps) {
  return (
    <BaseTooltip.Root disabled={disabled}>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-70">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-inverse px-2 py-1 text-ink-inverse text-sm shadow-popup transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:transition-none">
            {content}
            {shortcut ? <KeyboardHint keys={shortcut} /> : null}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
