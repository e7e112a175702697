"use client";
import { useBoardStore } from "./board-store";
import { ChooseDriversDialog } from "./choose-drivers/choose-drivers-dialog";
import { DispatchDialog } from "./dispatch/dispatch-dialog";
import { RevertDialog } from "./history/revert-dialog";
import { MoveToDialog } from "./move-to/move-to-dialog";
import { OptimizeDialog } from "./optimize/optimize-dialog";
import type { Optimization } from "./optimize/use-optimization";
import { GoToTimeDialog } from "./timeline/go-to-time-dialog";
import type { OpenBoard } from "./use-open-board";

/** The dialog that is open, if any. */
export function BoardDialogs({ optimization, turn }: { optimization: Optimization; turn: OpenBoard["turn"] }) {
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
    case "revert":
      return <RevertDialog question={dialog} onConfirm={() => turn(dialog.direction, true)} />;
    case "dispatch":
      return <DispatchDialog />;
    default:
      return null;
  }
}
