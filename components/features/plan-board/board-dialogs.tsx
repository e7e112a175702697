"use client";
import dynamic from "next/dynamic";
import { useBoardStore } from "./board-store";
import { ChooseDriversDialog } from "./choose-drivers/choose-drivers-dialog";
import { useOpenFromAddress } from "./cutoff/use-open-from-address";
import { DispatchDialog } from "./dispatch/dispatch-dialog";
import { ReceiptsDialog } from "./dispatch/receipts-dialog";
import { RevertDialog } from "./history/revert-dialog";
import { MoveToDialog } from "./move-to/move-to-dialog";
import { OptimizeDialog } from "./optimize/optimize-dialog";
import type { Optimization } from "./optimize/use-optimization";
import { GoToTimeDialog } from "./timeline/go-to-time-dialog";
import type { OpenBoard } from "./use-open-board";

/** These come when they are first opened: the board itself is to be there at once. */
const CutoffDrawer = dynamic(() => import("./cutoff/cutoff-drawer").then((module) => module.CutoffDrawer), {
  ssr: false,
});

const RollOverDialog = dynamic(() => import("./bulk/roll-over-dialog").then((module) => module.RollOverDialog), {
  ssr: false,
});
const NotifyDialog = dynamic(() => import("./bulk/notify-dialog").then((module) => module.NotifyDialog), {
  ssr: false,
});

const SwapDriverDialog = dynamic(
  () => import("./mid-day/swap-driver-dialog").then((module) => module.SwapDriverDialog),
  { ssr: false },
);

const ReportDialog = dynamic(() => import("./live/report-dialog").then((module) => module.ReportDialog), {
  ssr: false,
});

/** The dialog that is open, if any. */
export function BoardDialogs({ optimization, turn }: { optimization: Optimization; turn: OpenBoard["turn"] }) {
  const dialog = useBoardStore((state) => state.dialog);
  useOpenFromAddress();
  switch (dialog?.kind) {
    case "move-to":
      return <MoveToDialog asPreview={dialog.asPreview} />;
    case "go-to-time":
      return <GoToTimeDialog />;
    case "optimize":
      return <OptimizeDialog optimization={optimization} scope={dialog.scope} keepDrivers={dialog.keepDrivers} />;
    case "choose-drivers":
      return <ChooseDriversDialog />;
    case "revert":
      return <RevertDialog question={dialog} onConfirm={() => turn(dialog.direction, true)} />;
    case "cutoff":
      return <CutoffDrawer first={dialog.check} />;
    case "roll-over":
      return <RollOverDialog />;
    case "notify":
      return <NotifyDialog routeIds={dialog.routeIds} />;
    case "report":
      return <ReportDialog routeId={dialog.routeId} visitIds={dialog.visitIds} />;
    case "swap-driver":
      return <SwapDriverDialog routeId={dialog.routeId} />;
    case "dispatch":
      return <DispatchDialog />;
    case "receipts":
      return <ReceiptsDialog />;
    default:
      return null;
  }
}
