import "server-only";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import type { Permission } from "@/server/domain/access/permissions";
import { authorize } from "@/server/services/kernel/authorize";
import type { Command } from "@/server/services/kernel/command";
import type { Query } from "@/server/services/kernel/query";
import type { TrpcContext } from "./context";
import { toTrpcError, type WireError } from "./errors";

/** What a procedure's service asks of its caller: the role matrix is tested from it. */
export interface ProcedureMeta {
  readonly permission: Permission;
}

const MAX_STREAM_MILLISECONDS = 5 * 60_000;

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    // Who has signed out or left keeps an open stream no longer than this: the next one is asked who they are.
    sse: {
      maxDurationMs: MAX_STREAM_MILLISECONDS,
      ping: { enabled: true, intervalMs: 3000 },
      client: { reconnectAfterInactivityMs: 8000 },
    },
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      // Never a stack, and of our own faults never the text: it may hold SQL.
      message: error.code === "INTERNAL_SERVER_ERROR" && !wireErrorOf(error) ? OUR_FAULT : error.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal: wireErrorOf(error) },
    }),
  });

const OUR_FAULT = "Something went wrong on our side.";

function wireErrorOf(error: TRPCError): WireError | null {
  return (error as TRPCError & { wire?: WireError }).wire ?? null;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Needs a signed-in member; turns the services' refusals into this transport's. */
export const procedure = t.procedure.use(async ({ ctx, next }) => {
  if (!ctx.services) throw new TRPCError({ code: "UNAUTHORIZED", message: "Please sign in." });
  const result = await next({ ctx: { services: ctx.services } });
  if (!result.ok) throw toTrpcError(result.error, ctx.services.correlationId);
  return result;
});

/** Refuses before the input is even read, so that a refusal tells nothing about it. */
export function permitted(permission: Permission) {
  return procedure.meta({ permission }).use(({ ctx, next }) => {
    authorize(ctx.services.actor, permission);
    return next();
  });
}

/** Where a stream is to go on, as tRPC sends it with a reconnection. */
export const lastEventIdSchema = z.object({
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});

/** A procedure that is exactly one query service. */
export function queryProcedure<S extends z.ZodType, R>(service: Query<S, R>) {
  return permitted(service.permission)
    .input(service.input)
    .query(({ ctx, input }) => service(ctx.services, input as z.input<S>));
}

/** A procedure that is exactly one command service. */
export function commandProcedure<S extends z.ZodType, R>(service: Command<S, R>) {
  return permitted(service.permission)
    .input(service.input)
    .mutation(({ ctx, input }) => service(ctx.services, input as z.input<S>));
}

/** A query whose question may be longer than an address may be: asked by POST, and it still only reads. */
export function postedQueryProcedure<S extends z.ZodType, R>(service: Query<S, R>) {
  return permitted(service.permission)
    .input(service.input)
    .mutation(({ ctx, input }) => service(ctx.services, input as z.input<S>));
}
