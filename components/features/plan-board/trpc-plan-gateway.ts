import { useMemo, useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { OptimizationScope } from "@/server/domain/plan/optimization-run";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import { unpackTrack } from "@/server/domain/position/track";
import { fetchEarlyBoard } from "./early-board";
import type { PlanGateway } from "./plan-gateway";

const LOCK_FIELDS = {
  driver: (lockedToDriver: boolean) => ({ lockedToDriver }),
  position: (lockedToPosition: boolean) => ({ lockedToPosition }),
  time: (lockedToTime: boolean) => ({ lockedToTime }),
} as const;

/** The board's questions as calls of the server's procedures; `earlyPlanId`: whose board the page has asked for. */
export function useTrpcPlanGateway(earlyPlanId?: string): PlanGateway {
  const client = useTRPCClient();
  const mayOpen = useMay("plan.edit");
  const [early] = useState(earlyPlanId);
  return useMemo(() => makeGateway(client, mayOpen, early), [client, mayOpen, early]);
}

function makeGateway(
  { plan, project, fleet, message, execution, position }: ReturnType<typeof useTRPCClient>,
  mayOpen: boolean,
  earlyPlanId: string | undefined,
): PlanGateway {
  let awaitedPlanId = earlyPlanId;
  return {
    listProjects: () => project.list.query(),
    openPlan: (day) => (mayOpen ? plan.open.mutate(day) : plan.find.query(day)),
    getBoard: async (planId) => {
      const early = planId === awaitedPlanId ? await fetchEarlyBoard(planId) : undefined;
      awaitedPlanId = undefined;
      return unpackBoard(early ?? (await plan.board.query({ planId })));
    },
    getRouteShapes: (planId) => plan.shapes.query({ planId }),
    getRoutes: (planId, routeIds) => plan.routes.query({ planId, routeIds: [...routeIds] }),
    listStopContacts: (planId, visitIds) => plan.stopContacts.mutate({ planId, visitIds: [...visitIds] }),
    listFleet: async (projectId) => {
      const [drivers, vehicles, depots] = await Promise.all([
        fleet.drivers.query({ projectId }),
        fleet.vehicles.query({ projectId }),
        fleet.depots.query({ projectId }),
      ]);
      return { drivers: drivers.filter((driver) => driver.status === "active"), vehicles, depots };
    },
    chooseDrivers: async (planId, drivers) => {
      const { refused } = await plan.chooseDrivers.mutate({ planId, drivers: [...drivers] });
      return refused;
    },
    moveStops: (planId, { mutationId, confirmed = [], ...move }) =>
      plan.moveStops.mutate({ planId, mutationId, ...moveInput(move), confirmed: [...confirmed] }),
    previewMove: (planId, move) => plan.previewMove.mutate({ planId, ...moveInput(move) }),
    previewCancel: (planId, visitIds) => plan.previewCancel.mutate({ planId, visitIds: [...visitIds] }),
    cancelStops: (planId, { mutationId, visitIds, reason, confirmed }) =>
      plan.cancelStops.mutate({ planId, mutationId, visitIds: [...visitIds], reason, confirmed: [...confirmed] }),
    previewSwap: (planId, { routeId, driverId, withVehicle }) =>
      plan.previewSwap.query({ planId, routeId, driverId, withVehicle }),
    swapDrivers: (planId, { mutationId, routeId, driverId, withVehicle, confirmed }) =>
      plan.swapDrivers.mutate({ planId, mutationId, routeId, driverId, withVehicle, confirmed: [...confirmed] }),
    previewSplit: (planId, { routeId, overrideLocks }) => plan.previewSplit.query({ planId, routeId, overrideLocks }),
    splitRoute: (planId, { mutationId, routeId, overrideLocks, sequences, confirmed }) =>
      plan.splitRoute.mutate({
        planId,
        mutationId,
        routeId,
        overrideLocks,
        sequences: sequences.map((each) => ({ routeId: each.routeId, visitIds: [...each.visitIds] })),
        confirmed: [...confirmed],
      }),
    previewReload: (planId, { visitId, loadSeconds }) => plan.previewReload.query({ planId, visitId, loadSeconds }),
    setReload: (planId, { mutationId, visitId, loadSeconds, confirmed }) =>
      plan.setReload.mutate({ planId, mutationId, visitId, loadSeconds, confirmed: [...confirmed] }),
    previewTurn: (planId, direction, asNewChange) => plan.previewTurn.query({ planId, direction, asNewChange }),
    lockRoute: (planId, { mutationId, routeId, locked, seenRoutes }) =>
      plan.lockRoutes.mutate({ planId, mutationId, routeIds: [routeId], locked, seenRoutes: [...seenRoutes] }),
    freezeFront: (planId, { mutationId, routeId, frozenStops, seenRoutes }) =>
      plan.lockRoutes.mutate({ planId, mutationId, routeIds: [routeId], frozenStops, seenRoutes: [...seenRoutes] }),
    lockStops: (planId, { mutationId, visitIds, lock, locked, seen }) =>
      plan.lockStops.mutate({
        planId,
        mutationId,
        visitIds: [...visitIds],
        seen: [...seen],
        ...LOCK_FIELDS[lock](locked),
      }),
    listPresence: (planId) => plan.presence.query({ planId }),
    notePresence: (planId, { sessionId, lease, isLeaving }) =>
      plan.notePresence.mutate({
        planId,
        sessionId,
        isLeaving,
        lease: lease && { activity: lease.activity, routeIds: [...lease.routeIds] },
      }),
    listEdits: (planId) => plan.edits.query({ planId, limit: 1 }),
    listHistory: (planId) => plan.history.query({ planId }),
    undoEdit: (planId, mutationId, { asNewChange, confirmed }) =>
      plan.undo.mutate({ planId, mutationId, asNewChange, confirmed: [...confirmed] }),
    redoEdit: (planId, mutationId, { asNewChange, confirmed }) =>
      plan.redo.mutate({ planId, mutationId, asNewChange, confirmed: [...confirmed] }),
    getOptimization: (planId, strategy) => plan.optimization.query({ planId, ...(strategy && { strategy }) }),
    getOptimizationQueue: (planId) => plan.optimizationQueue.query({ planId }),
    requestOptimization: async (planId, { strategies, scope = null, ...wishes }) => {
      await plan.requestOptimization.mutate({
        planId,
        ...wishes,
        strategies: [...strategies],
        scope: mutableScope(scope),
      });
    },
    stopOptimization: async (optimizationId) => {
      await plan.stopOptimization.mutate({ optimizationId });
    },
    commitOptimization: (optimizationId, mutationId, strategy, confirmed) =>
      plan.commitOptimization.mutate({ optimizationId, mutationId, strategy, confirmed: [...confirmed] }),
    discardOptimization: async (optimizationId) => {
      await plan.discardOptimization.mutate({ optimizationId });
    },
    listRuns: (planId) => execution.runs.query({ planId }),
    listRouteActs: (routeId) => execution.acts.query({ routeId }),
    getTrail: async (driverId, date) => unpackTrack(await position.trail.query({ driverId, date })),
    listTracks: async (planId) => {
      const { routes } = await position.replay.query({ planId });
      return routes.map((track) => ({ driverId: track.driverId, routeId: track.routeId, points: unpackTrack(track) }));
    },
    measureArrivals: (planId) => execution.arrivalAccuracy.query({ planId }),
    reportForDriver: async (routeId, { visitIds, outcome, reason, note, occurredAt }) => {
      const act = { type: "complete", opId: crypto.randomUUID(), occurredAt: occurredAt.toISOString() };
      const what = { visitIds: [...visitIds], outcome, note, ...(reason && { reason }) };
      await execution.report.mutate({ routeId, act: { ...act, ...what } });
    },
    listRouteMessages: (routeId) => message.list.query({ routeId, limit: 20 }),
    dispatchRoutes: (planId, { mutationId, routes, channels }) =>
      plan.dispatch.mutate({ planId, mutationId, routes: [...routes], channels: [...channels] }),
  };
}

interface MoveQuestion {
  readonly move: MoveIntent;
  readonly seen: readonly SeenPlace[];
  readonly seenRoutes: readonly SeenRoute[];
}

function moveInput({ move: { visitIds, to, overrideLocks }, seen, seenRoutes }: MoveQuestion) {
  return { visitIds: [...visitIds], to, seen: [...seen], seenRoutes: [...seenRoutes], overrideLocks };
}

function mutableScope(scope: OptimizationScope | null) {
  if (!scope) return null;
  return scope.kind === "routes"
    ? { kind: scope.kind, routeIds: [...scope.routeIds] }
    : { kind: scope.kind, visitIds: [...scope.visitIds] };
}
