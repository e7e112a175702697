"use client";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";

export type ColumnResizerProps = {
  label: string;
  /** Pixels, or null to give the column back its own width. */
  onResize: (width: number | null) => void;
};

const step = 16;

/** The right edge of a column's header: drag it, use the arrow keys on it, double-click to reset. */
export function ColumnResizer({ label, onResize }: ColumnResizerProps) {
  const t = useWords("ui");
  const start = useRef({ pointer: 0, width: 0 });

  function widthNow(element: Element): number {
    return element.parentElement?.getBoundingClientRect().width ?? 0;
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { pointer: event.clientX, width: widthNow(event.currentTarget) };
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onResize(start.current.width + event.clientX - start.current.pointer);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const change = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (change === undefined && event.key !== "Home") return;
    event.preventDefault();
    event.stopPropagation();
    onResize(change === undefined ? null : widthNow(event.currentTarget) + change);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be dragged or focused.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t("columnWidth", { column: label })}
      // The true width is the layout's affair; the value only says that it can be changed.
      aria-valuenow={50}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onResize(null)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 -right-1.5 z-10 w-3 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:left-1/2 after:w-px after:bg-transparent after:content-[''] hover:after:bg-accent active:after:bg-accent"
    />
  );
}
