"use client";
import clsx from "clsx";
import { type ReactNode, useRef } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useWords } from "@/components/lib/words/words-context";

export type SplitterProps = {
  id: string;
  orientation?: "horizontal" | "vertical";
  /** `SplitterPanel`s with a `SplitterHandle` between each two, as direct children. */
  children: ReactNode;
  /** Told once a person has moved a handle: every panel's size now, by its id, for keeping. */
  onResized?: (sizesPixels: Readonly<Record<string, number>>) => void;
  className?: string;
};

export function Splitter({ id, orientation = "horizontal", children, onResized, className }: SplitterProps) {
  const element = useRef<HTMLDivElement>(null);
  return (
    <Group
      id={id}
      elementRef={element}
      orientation={orientation}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (!isUserInteraction || !element.current || !onResized) return;
        const { offsetWidth, offsetHeight } = element.current;
        const whole = orientation === "horizontal" ? offsetWidth : offsetHeight;
        onResized(Object.fromEntries(Object.entries(layout).map(([panel, share]) => [panel, (share / 100) * whole])));
      }}
      className={clsx("min-h-0 flex-1", className)}
    >
      {children}
    </Group>
  );
}

export type SplitterPanelProps = {
  id: string;
  children: ReactNode;
  /** Numbers are pixels, "30" or "30%" is a share. */
  defaultSize?: number | string;
  minSize?: number | string;
  maxSize?: number | string;
  /** Keeps its pixels when the window changes; at least one panel must not. */
  fixed?: boolean;
  className?: string;
};

export function SplitterPanel({ fixed, className, ...panel }: SplitterPanelProps) {
  return (
    <Panel
      {...panel}
      groupResizeBehavior={fixed ? "preserve-pixel-size" : "preserve-relative-size"}
      className={clsx("flex min-h-0 min-w-0 flex-col", className)}
    />
  );
}

/** The line between two panels: drag it, or focus it and use the arrow keys. */
export function SplitterHandle({ label, className }: { label?: string; className?: string }) {
  const t = useWords("ui");
  return (
    <Separator
      aria-label={label ?? t("resize")}
      className={clsx(
        "relative shrink-0 bg-line outline-none transition-colors duration-100 hover:bg-accent focus-visible:bg-focus data-[separator=active]:bg-accent data-[separator=hover]:bg-accent",
        "aria-[orientation=vertical]:w-px aria-[orientation=horizontal]:h-px",
        "after:absolute after:inset-0 after:opacity-0 after:transition-opacity after:content-[''] focus-visible:after:opacity-100 focus-visible:after:ring-2 focus-visible:after:ring-focus",
        className,
      )}
    />
  );
}
