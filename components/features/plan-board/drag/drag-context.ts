import { createContext, use } from "react";
import type { DropPlace } from "../board-store";
import type { DragPointer } from "./drag-pointer";

export interface DragControl {
  readonly pointer: DragPointer;
  /** Dragging is for wide screens with a pointer; elsewhere "Move to…" does it. */
  readonly enabled: boolean;
  start(visitIds: readonly string[], from: "list" | "map"): void;
  over(place: DropPlace | null, isFlipped: boolean): void;
  drop(): void;
  cancel(): void;
}

export const DragContext = createContext<DragControl | null>(null);

export function useDragControl(): DragControl {
  const control = use(DragContext);
  if (!control) throw new Error("Dragging happens inside PlanBoard");
  return control;
}
