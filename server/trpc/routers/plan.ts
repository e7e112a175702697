import "server-only";
import { bringBack } from "@/server/services/plan/bring-back";
import { cancelStops } from "@/server/services/plan/cancel-stops";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { commitOptimization } from "@/server/services/plan/commit-optimization";
import { discardOptimization } from "@/server/services/plan/discard-optimization";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { findPlan } from "@/server/services/plan/find-plan";
import { getBoard } from "@/server/services/plan/get-board";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { getOptimizationQueue } from "@/server/services/plan/get-optimization-queue";
import { getRouteShapes } from "@/server/services/plan/get-route-shapes";
import { getRoutes } from "@/server/services/plan/get-routes";
import { listEdits } from "@/server/services/plan/list-edits";
import { listHistory } from "@/server/services/plan/list-history";
import { listPresence } from "@/server/services/plan/list-presence";
import { listReceipts } from "@/server/services/plan/list-receipts";
import { listStopContacts } from "@/server/services/plan/list-stop-contacts";
import { lockRoutes } from "@/server/services/plan/lock-routes";
import { lockStops } from "@/server/services/plan/lock-stops";
import { moveStops } from "@/server/services/plan/move-stops";
import { notePresence } from "@/server/services/plan/note-presence";
import { openPlan } from "@/server/services/plan/open-plan";
import { previewCancel } from "@/server/services/plan/preview-cancel";
import { previewMove } from "@/server/services/plan/preview-move";
import { previewReload } from "@/server/services/plan/preview-reload";
import { previewSplit } from "@/server/services/plan/preview-split";
import { previewSwap } from "@/server/services/plan/preview-swap";
import { previewTurn } from "@/server/services/plan/preview-turn";
import { redoEdit } from "@/server/services/plan/redo-edit";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { resendLink } from "@/server/services/plan/resend-link";
import { rollOver } from "@/server/services/plan/roll-over";
import { setReload } from "@/server/services/plan/set-reload";
import { splitRouteOver } from "@/server/services/plan/split-route";
import { stopOptimization } from "@/server/services/plan/stop-optimization";
import { suggestDay } from "@/server/services/plan/suggest-day";
import { swapRouteDrivers } from "@/server/services/plan/swap-drivers";
import { undoEdit } from "@/server/services/plan/undo-edit";
import { commandProcedure, postedQueryProcedure, queryProcedure, router } from "../init";

export const planRouter = router({
  suggestDay: queryProcedure(suggestDay),
  find: queryProcedure(findPlan),
  open: commandProcedure(openPlan),
  board: queryProcedure(getBoard),
  routes: queryProcedure(getRoutes),
  shapes: queryProcedure(getRouteShapes),
  stopContacts: postedQueryProcedure(listStopContacts),
  chooseDrivers: commandProcedure(chooseDrivers),
  previewMove: postedQueryProcedure(previewMove),
  previewTurn: queryProcedure(previewTurn),
  moveStops: commandProcedure(moveStops),
  previewCancel: postedQueryProcedure(previewCancel),
  cancelStops: commandProcedure(cancelStops),
  previewSwap: queryProcedure(previewSwap),
  swapDrivers: commandProcedure(swapRouteDrivers),
  previewSplit: queryProcedure(previewSplit),
  splitRoute: commandProcedure(splitRouteOver),
  previewReload: queryProcedure(previewReload),
  setReload: commandProcedure(setReload),
  lockRoutes: commandProcedure(lockRoutes),
  lockStops: commandProcedure(lockStops),
  presence: queryProcedure(listPresence),
  notePresence: commandProcedure(notePresence),
  undo: commandProcedure(undoEdit),
  redo: commandProcedure(redoEdit),
  edits: queryProcedure(listEdits),
  history: queryProcedure(listHistory),
  requestOptimization: commandProcedure(requestOptimization),
  optimization: queryProcedure(getOptimization),
  optimizationQueue: queryProcedure(getOptimizationQueue),
  stopOptimization: commandProcedure(stopOptimization),
  discardOptimization: commandProcedure(discardOptimization),
  commitOptimization: commandProcedure(commitOptimization),
  rollOver: commandProcedure(rollOver),
  bringBack: commandProcedure(bringBack),
  dispatch: commandProcedure(dispatchRoutes),
  resendLink: commandProcedure(resendLink),
  receipts: queryProcedure(listReceipts),
});
