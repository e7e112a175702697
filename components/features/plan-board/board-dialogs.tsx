"use client";
import { useBoardStore } from "./board-store";
import { ChooseDriversDialog } from "./choose-drivers/choose-drivers-dialog";
import { DispatchDialog } from "./dispatch/dispatch-dialog";
import { MoveToDialog } from "./move-to/move-to-dialog";
import { OptimizeDialog } from "./optimize/optimize-dialog";
import type { Optimization } from "./optimize/use-optimization";
import { GoToTimeDialog } from "./timeline/go-to-time-dialog";

/** The dialog that is open, if any. */
export function BoardDialogs({ optimization }: { optimization: Optimization }) {
  const dialog = useBoardStore((state) => state.dialog);
  switch (dialog?.kind) {
    case "move-to":
      return <MoveToDialog />;
    case "go-to-time":
      return <GoToTimeDialog />;
    case "optimize":
      return <OptimizeDialog optimization={optimization} />;
    case "choose-drivers":
      return <ChooseDriversDialog />;
    case "dispatch":
      return <DispatchDialog />;
    default:
      return null;
  }
}
