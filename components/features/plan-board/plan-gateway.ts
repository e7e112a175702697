import type { RouterOutput } from "@/components/lib/router-types";
import type { LeadAccuracy } from "@/server/domain/execution/arrival-accuracy";
import type { Outcome, OutcomeReason } from "@/server/domain/execution/outcome";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";
import type { BoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import type { KeptEdits, PlanEditResult, RouteShapes } from "@/server/domain/plan/edit-result";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { PresentPerson } from "@/server/domain/plan/plan-presence";
import type { ReloadMark } from "@/server/domain/plan/reload-trips";
import type { TrackPoint } from "@/server/domain/position/simplify-track";
import type { StopLock } from "./board-state/board-intent";
import type { ChosenDriver, FleetItems, RefusedDriver } from "./choose-drivers/day-driver";
import type { DispatchChannel, DispatchReceipt, RouteMessage } from "./dispatch/dispatch-receipt";
import type { EditHistoryItem, EditStacks } from "./history/edit-stacks";
import type { DrivenTrack } from "./live/van-of";
import type { OptimizationQueue, OptimizationRun, OptimizationWishes } from "./optimize/run-of-plan";
import type { OwnLease } from "./presence/own-lease";

export interface ProjectItem {
  readonly id: string;
  readonly name: string;
}

export interface StopContact {
  readonly visitId: string;
  readonly phone: string;
  readonly email: string;
  /** Whether and how they want to be written. */
  readonly notificationPreference: NotificationPreference;
}

export interface TurnOptions {
  /** Also when somebody has moved the same stops since. */
  readonly asNewChange: boolean;
  readonly confirmed: readonly SeenRoute[];
}

/** What the desk says for a driver: that he is at a door, or how it ended there. */
export interface DeskReport {
  readonly visitIds: readonly string[];
  readonly outcome: Outcome;
  /** Unless delivered. */
  readonly reason: OutcomeReason | null;
  readonly note: string;
  readonly occurredAt: Date;
}

/** Routes as a preview showed them, and the request's own name. */
interface Confirmed {
  readonly mutationId: string;
  readonly confirmed: readonly SeenRoute[];
}

interface CancelAsked extends Confirmed {
  readonly visitIds: readonly string[];
  readonly reason: string;
}

interface SwapAsked {
  readonly routeId: string;
  readonly driverId: string;
  readonly withVehicle: boolean;
}

interface SplitAsked {
  readonly routeId: string;
  readonly overrideLocks: boolean;
}

/** All that the board asks of the server, in its own terms; `useTrpcPlanGateway` speaks for it. */
export interface PlanGateway {
  listProjects(): Promise<readonly ProjectItem[]>;
  /** The plan of a project's day, made when there is none and the person may. Null: there is none to look at. */
  openPlan(input: { projectId: string; date: string }): Promise<{ planId: string } | null>;
  getBoard(planId: string): Promise<PlanBoard>;
  getRouteShapes(planId: string): Promise<readonly RouteShapes[]>;
  /** Routes as they are now: asked for when somebody else has changed them. */
  getRoutes(
    planId: string,
    routeIds: readonly string[],
  ): Promise<{ patch: BoardPatch; shapes: readonly RouteShapes[] }>;
  /** How the people behind stops are reached. */
  listStopContacts(planId: string, visitIds: readonly string[]): Promise<readonly StopContact[]>;
  listFleet(projectId: string): Promise<FleetItems>;
  /** Answers with the drivers that were left as they were. */
  chooseDrivers(planId: string, drivers: readonly ChosenDriver[]): Promise<readonly RefusedDriver[]>;
  moveStops(
    planId: string,
    input: {
      mutationId: string;
      move: MoveIntent;
      seen: readonly SeenPlace[];
      seenRoutes: readonly SeenRoute[];
      confirmed?: readonly SeenRoute[];
    },
  ): Promise<PlanEditResult>;
  /** What a move would do, on real roads; nothing is saved. */
  previewMove(
    planId: string,
    input: { move: MoveIntent; seen: readonly SeenPlace[]; seenRoutes: readonly SeenRoute[] },
  ): Promise<EditPreview>;
  /** What cancelling the orders behind stops would do. */
  previewCancel(planId: string, visitIds: readonly string[]): Promise<EditPreview>;
  cancelStops(planId: string, input: CancelAsked): Promise<PlanEditResult>;
  /** What giving a route to another driver would do. */
  previewSwap(planId: string, swap: SwapAsked): Promise<EditPreview>;
  swapDrivers(planId: string, input: SwapAsked & Confirmed): Promise<PlanEditResult>;
  /** What dealing a route's stops out to the others would come to. */
  previewSplit(planId: string, split: SplitAsked): Promise<EditPreview>;
  splitRoute(
    planId: string,
    input: SplitAsked & Confirmed & { readonly sequences: readonly RouteSequence[] },
  ): Promise<PlanEditResult>;
  /** What going back to load before a stop, or no longer, would do to its route. */
  previewReload(planId: string, mark: ReloadMark): Promise<EditPreview>;
  setReload(planId: string, input: ReloadMark & Confirmed): Promise<PlanEditResult>;
  /** What the next undo or redo would do. */
  previewTurn(planId: string, direction: "undo" | "redo", asNewChange: boolean): Promise<EditPreview>;
  lockRoute(
    planId: string,
    input: { mutationId: string; routeId: string; locked: boolean; seenRoutes: readonly SeenRoute[] },
  ): Promise<PlanEditResult>;
  freezeFront(
    planId: string,
    input: { mutationId: string; routeId: string; frozenStops: number; seenRoutes: readonly SeenRoute[] },
  ): Promise<PlanEditResult>;
  lockStops(
    planId: string,
    input: {
      mutationId: string;
      visitIds: readonly string[];
      lock: StopLock;
      locked: boolean;
      seen: readonly SeenPlace[];
    },
  ): Promise<PlanEditResult>;
  /** Who else has the plan open; saying so oneself answers the same. */
  listPresence(planId: string): Promise<readonly PresentPerson[]>;
  notePresence(
    planId: string,
    input: { sessionId: string; lease: OwnLease | null; isLeaving: boolean },
  ): Promise<readonly PresentPerson[]>;
  listEdits(planId: string): Promise<EditStacks>;
  /** Everybody's last edits, newest first. */
  listHistory(planId: string): Promise<readonly EditHistoryItem[]>;
  undoEdit(planId: string, mutationId: string, options: TurnOptions): Promise<PlanEditResult>;
  redoEdit(planId: string, mutationId: string, options: TurnOptions): Promise<PlanEditResult>;
  /** The newest run, whatever has become of it, with the preview of one of its drafts; null: of the first. */
  getOptimization(planId: string, strategy: OptimizationStrategy | null): Promise<OptimizationRun | null>;
  getOptimizationQueue(planId: string): Promise<OptimizationQueue>;
  requestOptimization(planId: string, wishes: OptimizationWishes): Promise<void>;
  stopOptimization(runId: string): Promise<void>;
  /** `confirmed`: the sent routes that the draft changes, as they were shown. */
  commitOptimization(
    runId: string,
    mutationId: string,
    strategy: OptimizationStrategy,
    confirmed: readonly SeenRoute[],
  ): Promise<PlanEditResult & { readonly kept: KeptEdits }>;
  discardOptimization(runId: string): Promise<void>;
  /** How the plan's routes and stops are going, and what is expected of those that are open. */
  listRuns(planId: string): Promise<RouterOutput["execution"]["runs"]>;
  /** Everything said of a route, refused acts included, oldest first. */
  listRouteActs(routeId: string): Promise<RouterOutput["execution"]["acts"]>;
  /** Where a driver has been on a day, oldest first. */
  getTrail(driverId: string, date: string): Promise<readonly TrackPoint[]>;
  /** Where everybody has been on the plan's routes. */
  listTracks(planId: string): Promise<readonly DrivenTrack[]>;
  measureArrivals(planId: string): Promise<readonly LeadAccuracy[]>;
  reportForDriver(routeId: string, report: DeskReport): Promise<void>;
  listRouteMessages(routeId: string): Promise<readonly RouteMessage[]>;
  dispatchRoutes(
    planId: string,
    input: {
      mutationId: string;
      routes: readonly { readonly routeId: string; readonly version: number }[];
      channels: readonly DispatchChannel[];
    },
  ): Promise<{ patch: BoardPatch; verdicts: readonly DispatchReceipt[] }>;
}
