import "server-only";
import { Hono } from "hono";
import { z } from "zod";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import { auditFilterSchema } from "@/server/domain/event/audit-filter";
import { exportLog } from "@/server/services/event/export-log";
import { parseInput } from "@/server/services/kernel/parse-input";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";

export interface LogAppOptions {
  /** The sender's way into the services; null when nobody is signed in. */
  readonly resolve: (request: Request) => Promise<ServiceContext | null>;
}

const { entity, actorKind: actor, correlationId: reference, from, before } = auditFilterSchema.shape;
const querySchema = z.object({ entity, actor, reference, from, before });

/**
 * `GET /api/log/export?entity=&actor=&reference=&from=&before=`: the log as newline-delimited JSON, made while it is read.
 * Refusals are JSON, `{ error: { code, message, details } }`.
 */
export function createLogApp({ resolve }: LogAppOptions): Hono {
  const app = new Hono();
  app.get("/api/log/export", async ({ req }) => {
    const services = await resolve(req.raw);
    if (!services) throw new ServiceError("unauthenticated", "Please sign in.", { reason: "unauthenticated" });
    const { actor, reference, ...wanted } = parseInput(querySchema, req.query());
    const filter = { ...wanted, actorKind: actor, correlationId: reference };
    const lines = await exportLog(services, filter);
    return new Response(streamOf(lines), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="activity-${services.ports.clock.now().toISOString().slice(0, 10)}.ndjson"`,
        "cache-control": "private, no-store",
      },
    });
  });
  app.onError(refusalResponse);
  return app;
}

/** A line is made when it is asked for. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void lines.return(undefined),
  });
}
