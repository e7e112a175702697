"use client";
import clsx from "clsx";
import type { ReactNode, Ref } from "react";
import {
  Group,
  type LayoutStorage,
  Panel,
  type PanelImperativeHandle,
  Separator,
  useDefaultLayout,
} from "react-resizable-panels";

export type SplitterProps = {
  /** Sizes are kept in this browser under this name. */
  id: string;
  orientation?: "horizontal" | "vertical";
  /** `SplitterPanel`s with a `SplitterHandle` between each two, as direct children. */
  children: ReactNode;
  /** The ids of the panels shown now, when some come and go: each combination keeps its own sizes. */
  panelIds?: string[];
  className?: string;
};

/** Storage may be refused, and does not exist on the server; sizes then start from their defaults. */
const storage: LayoutStorage = {
  getItem: (key) => {
    try {
      return globalThis.localStorage?.getItem(`dray.${key}`) ?? null;
    } catch {
      return null;
    }
  },
  setItem: (key, value) => {
    try {
      globalThis.localStorage?.setItem(`dray.${key}`, value);
    } catch {
      // Not kept.
    }
  },
};

export function Splitter({ id, orientation = "horizontal", children, panelIds, className }: SplitterProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id, panelIds, storage });
  return (
    <Group
      id={id}
      orientation={orientation}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
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
  collapsible?: boolean;
  /** Keeps its pixels when the window changes; at least one panel must not. */
  fixed?: boolean;
  /** To collapse and expand it from outside. */
  panelRef?: Ref<PanelImperativeHandle | null>;
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
export function SplitterHandle({ label = "Resize", className }: { label?: string; className?: string }) {
  return (
    <Separator
      aria-label={label}
      className={clsx(
        "relative shrink-0 bg-line outline-none transition-colors duration-100 hover:bg-accent focus-visible:bg-focus data-[separator=active]:bg-accent data-[separator=hover]:bg-accent",
        "aria-[orientation=vertical]:w-px aria-[orientation=horizontal]:h-px",
        "after:absolute after:inset-0 after:opacity-0 after:transition-opacity after:content-[''] focus-visible:after:opacity-100 focus-visible:after:ring-2 focus-visible:after:ring-focus",
        className,
      )}
    />
  );
}
