import { z } from "zod";
import { driverBreaksSchema } from "@/server/domain/driver/driver-break";
import { localDateSchema } from "@/server/domain/time/local-date";
import { OPTIMIZATION_STRATEGIES } from "./optimization-strategies";

const MAX_VISITS = 10_000;
const MAX_ROUTES = 1000;
const MAX_DAYS = 35;
const MAX_RELOADS = 50;
const MAX_LOAD_SECONDS = 12 * 3600;

/** The sender's own name for one edit: a repeated request is recognised by it. */
export const mutationIdSchema = z.string().min(8).max(80);
const visitIds = z
  .array(z.uuid())
  .min(1)
  .max(MAX_VISITS)
  .refine((ids) => new Set(ids).size === ids.length, "each stop once");

const seenPlaces = z
  .array(z.object({ visitId: z.uuid(), routeId: z.uuid().nullable() }))
  .max(MAX_VISITS)
  .default([]);

export const openPlanSchema = z.object({ projectId: z.uuid(), date: localDateSchema });
export const planIdSchema = z.object({ planId: z.uuid() });
export const stopContactsSchema = planIdSchema.extend({ visitIds });
export const planRoutesSchema = z.object({
  planId: z.uuid(),
  /** Absent: all. */
  routeIds: z.array(z.uuid()).max(MAX_ROUTES).optional(),
});

export const moveTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("position"), routeId: z.uuid(), afterVisitId: z.uuid().nullable() }),
  z.object({ kind: z.literal("best"), routeId: z.uuid() }),
  z.object({ kind: z.literal("pool") }),
]);

/** The versions of the routes the sender looked at. */
const seenRoutes = z
  .array(z.object({ routeId: z.uuid(), version: z.int().min(1) }))
  .max(MAX_ROUTES)
  .default([]);

/** Routes as a preview showed them: a change to a route that a driver holds must name it, in its present version. */
const confirmed = z
  .array(z.object({ routeId: z.uuid(), version: z.int().min(1) }))
  .max(MAX_ROUTES)
  .default([]);

export const previewMoveSchema = z.object({
  planId: z.uuid(),
  visitIds,
  to: moveTargetSchema,
  /** Where the sender saw the visits (null: in the pool); if one is elsewhere by now, the move is refused as stale. */
  seen: seenPlaces,
  /** A visit that somebody else has re-ordered on one of these since is stale too. */
  seenRoutes,
  overrideLocks: z.boolean().default(false),
});

export const moveStopsSchema = previewMoveSchema.extend({ mutationId: mutationIdSchema, confirmed });

/** Why an order is cancelled, in somebody's words: for the log. */
export const cancelReasonSchema = z.string().trim().max(500).default("");

export const previewCancelSchema = z.object({ planId: z.uuid(), visitIds });

export const cancelStopsSchema = previewCancelSchema.extend({
  mutationId: mutationIdSchema,
  reason: cancelReasonSchema,
  confirmed,
});

export const previewSwapSchema = z.object({
  planId: z.uuid(),
  routeId: z.uuid(),
  /** Who drives the route from now on; whoever has another route of the day exchanges with its driver. */
  driverId: z.uuid(),
  /** His vehicle comes with him; otherwise vehicles stay with the routes, and what is in them. */
  withVehicle: z.boolean().default(false),
});

export const swapDriversSchema = previewSwapSchema.extend({ mutationId: mutationIdSchema, confirmed });

export const previewSplitSchema = z.object({
  planId: z.uuid(),
  routeId: z.uuid(),
  /** Also what is locked, and the next stops of a driven route. */
  overrideLocks: z.boolean().default(false),
});

export const splitRouteSchema = previewSplitSchema.extend({
  mutationId: mutationIdSchema,
  /** As the preview showed them: these and no others are saved. */
  sequences: z
    .array(z.object({ routeId: z.uuid(), visitIds: z.array(z.uuid()).max(MAX_VISITS) }))
    .min(1)
    .max(MAX_ROUTES),
  /** Every route of the sequences, in the version the preview was true of. */
  confirmed,
});

export const previewReloadSchema = z.object({
  planId: z.uuid(),
  visitId: z.uuid(),
  /** How long loading takes before the stop; null: the route goes straight on. */
  loadSeconds: z.int().min(0).max(MAX_LOAD_SECONDS).nullable(),
});

export const setReloadSchema = previewReloadSchema.extend({ mutationId: mutationIdSchema, confirmed });

export const turnEditSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  /** The edit meant; refused when it is not the next one. Absent: the next one. */
  editId: z.uuid().optional(),
  /** Carry it out although somebody has moved the same stops since. */
  asNewChange: z.boolean().default(false),
  overrideLocks: z.boolean().default(false),
  confirmed,
});

export const previewTurnSchema = z.object({
  planId: z.uuid(),
  direction: z.enum(["undo", "redo"]),
  asNewChange: z.boolean().default(false),
  overrideLocks: z.boolean().default(false),
});

export const lockRoutesSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  routeIds: z.array(z.uuid()).min(1).max(MAX_ROUTES),
  /** Absent: left as it is. */
  locked: z.boolean().optional(),
  /** So many stops at the front of each keep their places. Absent: as many as now. */
  frozenStops: z.int().min(0).max(MAX_VISITS).optional(),
  /** A route whose stops or locks somebody else has changed since is refused as stale. */
  seenRoutes,
});

export const lockStopsSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  visitIds,
  /** Absent: left as it is. */
  lockedToDriver: z.boolean().optional(),
  lockedToPosition: z.boolean().optional(),
  /** True: to the time at which each is planned now. */
  lockedToTime: z.boolean().optional(),
  /** Where the sender saw the stops; a lock on a stop that has moved since is refused as stale. */
  seen: seenPlaces,
});

export const chooseDriversSchema = z.object({
  planId: z.uuid(),
  /** Everybody who drives that day; whoever is not named is taken off, unless stops are on the route. */
  drivers: z
    .array(
      z.object({
        driverId: z.uuid(),
        /** Absent: as the day has it, else the driver's usual one. */
        vehicleId: z.uuid().optional(),
        startDepotId: z.uuid().optional(),
        /** Null: the route ends at its last stop. */
        endDepotId: z.uuid().nullable().optional(),
        shiftFromSeconds: z.int().min(0).max(86_400).optional(),
        shiftToSeconds: z.int().min(0).max(172_800).optional(),
        /** Null: as the driver usually takes them. */
        breaks: driverBreaksSchema.nullable().optional(),
      }),
    )
    .max(MAX_ROUTES),
});

const optimizationScopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("routes"), routeIds: z.array(z.uuid()).min(1).max(MAX_ROUTES) }),
  z.object({ kind: z.literal("stops"), visitIds }),
  z.object({
    kind: z.literal("selection"),
    routeIds: z.array(z.uuid()).min(1).max(MAX_ROUTES),
    visitIds: z.array(z.uuid()).max(MAX_VISITS).nullable(),
    others: z.enum(["included", "unplanned"]),
  }),
]);

/** How the optimizer goes about it, whatever it is asked about. */
const optimizationWay = {
  startFrom: z.enum(["current", "empty"]).default("current"),
  keepDrivers: z.boolean().default(false),
  balance: z
    .object({ by: z.enum(["working-time", "visits"]), forced: z.boolean(), factor: z.number().min(0).max(1) })
    .nullable()
    .default(null),
  clustering: z.number().min(0).max(1).default(0),
  /** Vans may come back to load again; null: only where they do already. */
  reload: z
    .object({ loadSeconds: z.int().min(0).max(MAX_LOAD_SECONDS), maxCount: z.int().min(1).max(MAX_RELOADS) })
    .nullable()
    .default(null),
  maxSeconds: z.int().min(1).max(600).default(30),
  seed: z.int().min(0).max(2_147_483_647).default(1),
};

export const requestOptimizationSchema = z.object({
  planId: z.uuid(),
  strategies: z
    .array(z.enum(OPTIMIZATION_STRATEGIES))
    .min(1)
    .refine((strategies) => new Set(strategies).size === strategies.length, "each strategy once")
    .default(["cheapest"]),
  scope: optimizationScopeSchema.nullable().default(null),
  ...optimizationWay,
  maxIterations: z.int().min(1).max(1_000_000_000).optional(),
});

/** Days that are planned together, with the routes of each that take part. */
export const requestPlanningSchema = z.object({
  days: z
    .array(
      z.object({
        planId: z.uuid(),
        routeIds: z.array(z.uuid()).max(MAX_ROUTES),
        /** Null: all visits of the day that are on these routes or on none. */
        visitIds: z.array(z.uuid()).max(MAX_VISITS).nullable(),
      }),
    )
    .min(1)
    .max(MAX_DAYS),
  others: z.enum(["included", "unplanned"]),
  ...optimizationWay,
});

export const optimizationIdSchema = z.object({ optimizationId: z.uuid() });
export const commitOptimizationSchema = z.object({
  optimizationId: z.uuid(),
  mutationId: mutationIdSchema,
  /** Which of the drafts; the first where nothing is said. */
  strategy: z.enum(OPTIMIZATION_STRATEGIES).optional(),
  confirmed,
});
export const getOptimizationSchema = planIdSchema.extend({
  /** Which draft to preview; the first where nothing is said. */
  strategy: z.enum(OPTIMIZATION_STRATEGIES).optional(),
});

const dispatchChannels = z
  .array(z.enum(["email", "sms"]))
  .min(1)
  .max(2)
  .default(["email", "sms"]);

export const dispatchRoutesSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  routes: z
    .array(z.object({ routeId: z.uuid(), /** The version the sender looked at. */ version: z.int().min(1) }))
    .min(1)
    .max(MAX_ROUTES),
  /** Each driver is reached over those of these for which there is an address. */
  channels: dispatchChannels,
});

export const rollOverSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  /** Orders of the plan's day that are on no route. */
  deliveryIds: z.array(z.uuid()).min(1).max(MAX_VISITS),
  toDate: localDateSchema,
  /** Orders whose customers were promised times of this day only: those times move along; otherwise they stay. */
  movePromises: z.boolean().default(false),
});

export const bringBackSchema = rollOverSchema.omit({ toDate: true });

export const resendLinkSchema = z.object({
  planId: z.uuid(),
  mutationId: mutationIdSchema,
  routeId: z.uuid(),
  /** Those of these over which the driver can be reached. */
  channels: dispatchChannels,
});
