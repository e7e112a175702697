import type { BoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type {
  OptimizationDraft,
  OptimizationProgress,
  OptimizationRequest,
  OptimizationStatus,
} from "@/server/domain/plan/optimization-run";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { StopLock } from "./board-state/board-intent";

export interface ProjectItem {
  readonly id: string;
  readonly name: string;
}

/** A driver who could work the day, with what they usually drive. */
export interface DriverItem {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  readonly vehicleId: string | null;
  readonly depotId: string | null;
}

export interface FleetItems {
  readonly drivers: readonly DriverItem[];
  readonly vehicles: readonly { readonly id: string; readonly label: string; readonly registration: string }[];
  readonly depots: readonly { readonly id: string; readonly name: string }[];
}

export interface ChosenDriver {
  readonly driverId: string;
  readonly vehicleId: string;
  readonly startDepotId: string;
  readonly endDepotId: string | null;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
}

export interface OptimizationRun {
  readonly id: string;
  readonly status: OptimizationStatus;
  readonly request: Pick<OptimizationRequest, "goal" | "maxSeconds">;
  readonly progress: OptimizationProgress;
  readonly draft: OptimizationDraft | null;
  readonly failure: string | null;
}

export interface EditStacks {
  /** The latest edit that can be taken back, and the latest taken back; null when there is none. */
  readonly undo: { readonly id: string; readonly label: string } | null;
  readonly redo: { readonly id: string; readonly label: string } | null;
}

export interface RouteShapes {
  readonly routeId: string;
  readonly version: number;
  /** Encoded polylines (precision 5), one per leg; empty where only estimated. */
  readonly legShapes: readonly string[];
}

export type DispatchChannel = "email" | "sms";

export interface DispatchReceipt {
  readonly routeId: string;
  readonly ok: boolean;
  readonly channel: DispatchChannel | null;
  readonly to: string;
  /** Why nothing was sent. */
  readonly problem: string | null;
}

/** All that the board asks of the server; one implementation speaks tRPC, one is a day in memory for tests. */
export interface PlanGateway {
  listProjects(): Promise<readonly ProjectItem[]>;
  /** The plan of a project's day, made when there is none. */
  openPlan(input: { projectId: string; date: string }): Promise<{ planId: string }>;
  getBoard(planId: string): Promise<PlanBoard>;
  getRouteShapes(planId: string): Promise<readonly RouteShapes[]>;
  listFleet(projectId: string): Promise<FleetItems>;
  chooseDrivers(planId: string, drivers: readonly ChosenDriver[]): Promise<void>;
  moveStops(
    planId: string,
    input: { mutationId: string; move: MoveIntent; seen: readonly SeenPlace[] },
  ): Promise<BoardPatch>;
  lockRoute(planId: string, input: { mutationId: string; routeId: string; locked: boolean }): Promise<BoardPatch>;
  lockStops(
    planId: string,
    input: { mutationId: string; visitIds: readonly string[]; lock: StopLock; locked: boolean },
  ): Promise<BoardPatch>;
  listEdits(planId: string): Promise<EditStacks>;
  undoEdit(planId: string, mutationId: string): Promise<BoardPatch>;
  redoEdit(planId: string, mutationId: string): Promise<BoardPatch>;
  /** The run under way or waiting for a decision, if any. */
  getOptimization(planId: string): Promise<OptimizationRun | null>;
  requestOptimization(planId: string, input: Pick<OptimizationRequest, "goal" | "maxSeconds">): Promise<void>;
  stopOptimization(planId: string, runId: string): Promise<void>;
  commitOptimization(planId: string, runId: string, mutationId: string): Promise<BoardPatch>;
  discardOptimization(planId: string, runId: string): Promise<void>;
  dispatchRoutes(
    planId: string,
    routes: readonly { readonly routeId: string; readonly channel: DispatchChannel }[],
  ): Promise<readonly DispatchReceipt[]>;
}
