import "server-only";
import { Hono } from "hono";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import { openDriverSession } from "@/server/services/execution/open-driver-session";
import { readRun } from "@/server/services/execution/read-run";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { found, ServiceError } from "@/server/services/kernel/service-error";
import { noteLinkOpened } from "@/server/services/plan/note-link-opened";
import { recordPositions } from "@/server/services/position/record-positions";
import { announceProofs } from "@/server/services/proof/announce-proofs";
import { sendCustomerNote } from "@/server/services/relay/send-customer-note";

export interface RunAppOptions {
  /** The driver whose link this is; null for a link that opens nothing. */
  readonly byLink: (token: string) => Promise<ServiceContext | null>;
  /** The driver whose device shows this token; null for a token that opens nothing (any more). */
  readonly bySession: (token: string) => Promise<ServiceContext | null>;
  /** The driver whose device showed this token for a route that is another's by now. */
  readonly byFormerSession?: (token: string) => Promise<ServiceContext | null>;
}

/**
 * The driver's day over HTTP, for the web app and for any other client: a link's token is changed into a session's, which
 * every further request shows as `Authorization: Bearer …`. Refusals are JSON, `{ error: { code, message, details } }`.
 */
export function createRunApp({ byLink, bySession, byFormerSession }: RunAppOptions): Hono {
  const app = new Hono().basePath("/api/run");
  const session = async (request: Request, { isHistory = false } = {}) => {
    const token = bearerOf(request);
    const services = (await bySession(token)) ?? (isHistory ? await byFormerSession?.(token) : null);
    if (!services)
      throw new ServiceError("unauthenticated", "This link is no longer good. Ask for a new one.", {
        reason: "link-expired",
      });
    return services;
  };
  app.use(async (context, next) => {
    await next();
    context.res.headers.set("cache-control", "private, no-store");
  });
  app.post("/session", async ({ req }) => {
    const services = await byLink(bearerOf(req.raw));
    if (!services)
      throw new ServiceError("unauthenticated", "This link is no longer good. Ask for a new one.", {
        reason: "link-expired",
      });
    const opened = await openDriverSession(services, {});
    await noteLinkOpened(services, {});
    return Response.json(opened, { status: 201 });
  });
  app.get("/route", async ({ req }) => Response.json(found(await readRun(await session(req.raw), {}), "route")));
  app.post("/ops", async ({ req }) => {
    const services = await session(req.raw, { isHistory: true });
    return Response.json(await syncDriverOps(services, await bodyOf(req.raw)));
  });
  app.post("/positions", async ({ req }) => {
    const services = await session(req.raw);
    return Response.json(await recordPositions(services, await bodyOf(req.raw)));
  });
  app.post("/proofs", async ({ req }) => {
    const services = await session(req.raw, { isHistory: true });
    return Response.json(await announceProofs(services, await bodyOf(req.raw)));
  });
  app.post("/notes", async ({ req }) => {
    const services = await session(req.raw);
    return Response.json(await sendCustomerNote(services, await bodyOf(req.raw)));
  });
  app.onError(refusalResponse);
  return app;
}

function bearerOf(request: Request): string {
  return /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
}

/** A request's JSON, whatever it is; the services say what is wrong with it. */
async function bodyOf(request: Request): Promise<never> {
  try {
    return (await request.json()) as never;
  } catch {
    throw new ServiceError("invalid", "The body is not JSON.", { reason: "not-json" });
  }
}
