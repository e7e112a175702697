import "server-only";
import path from "node:path";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { routePath } from "hono/route";
import { isLostConnection } from "@/db/database-unavailable";
import { basemapApp } from "@/server/api/basemap";
import { createBlobApp } from "@/server/api/blobs/blob-app";
import { incomingBlobs } from "@/server/api/blobs/incoming-blobs";
import { DIALECTS } from "@/server/api/dialects/registry";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { createLogApp } from "@/server/api/log/log-app";
import { createProofApp } from "@/server/api/proofs/proof-app";
import { createRelayApp } from "@/server/api/relay/relay-app";
import { createRunApp, type RunAppOptions } from "@/server/api/run/run-app";
import { createTrackApp } from "@/server/api/track/track-app";
import { createUploadApp } from "@/server/api/uploads/upload-app";
import { resolveDriverSession, resolveFormerDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveDriverToken } from "@/server/auth/resolve-driver-token";
import { resolveRelayCode } from "@/server/auth/resolve-relay-code";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { resolveViewer, viewerActor } from "@/server/auth/resolve-viewer";
import { isOutsideRole } from "@/server/domain/access/permissions";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { orTrpcError } from "@/server/trpc/errors";
import { appRouter } from "@/server/trpc/root";
import { apiAccess } from "./api-access";
import type { Core } from "./boot-core";
import { limitBody } from "./limit-body";
import { createMetrics, type Metrics } from "./metrics";
import { createOperationsApp } from "./operations-app";
import { COMMON_HEADERS } from "./security-headers";
import { trackAccess } from "./track-access";

const HEALTH_TIMEOUT_MILLISECONDS = 2000;
/** Signing in and the like: some fields of a form. */
export const MAX_SIGN_IN_BYTES = 64_000;
/** Procedures: 5,000 deliveries at once are about 5 MB. */
export const MAX_JSON_BYTES = 16_000_000;
/** A driver's acts: 500 with long notes are about 1.5 MB. */
const MAX_RUN_BYTES = 4_000_000;

/** The part of HTTP that does not go through Next: sign-in, tRPC with its event stream, uploads, map data, health. */
export function createHttpApp(core: Core, metrics: Metrics = createMetrics(core.database)): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const begun = performance.now();
    await next();
    const { method } = context.req;
    const seconds = (performance.now() - begun) / 1000;
    metrics.observe({ method, route: routePath(context, -1), status: context.res.status, seconds });
  });
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(COMMON_HEADERS)) {
      // A page that says less of where its reader comes from keeps to that.
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  // A board of 5,000 stops is 1.2 MB of JSON. Event streams and tiles are left as they are.
  app.use("/api/trpc/*", compress());
  // A customer's map is 40 kB of path data, and its phone may have little network.
  app.use("/track/*", compress());
  app.use("/api/auth/*", limitBody(MAX_SIGN_IN_BYTES));
  app.use("/api/trpc/*", limitBody(MAX_JSON_BYTES));
  app.onError((error, context) => {
    const correlationId = core.ports.ids.newId();
    core.log.error({ correlationId, error }, "request failed");
    return context.json(
      { error: { code: "internal", message: "Something went wrong on our side.", correlationId } },
      500,
    );
  });
  app.get("/healthz", async (context) => {
    const isReachable = await isDatabaseReachable(core);
    return context.json({ status: isReachable ? "ok" : "unavailable", database: isReachable }, isReachable ? 200 : 503);
  });
  app.route("/", createOperationsApp(core, metrics));
  app.on(["GET", "POST"], "/api/auth/*", (context) => core.auth.handler(context.req.raw));
  app.all("/api/trpc/*", (context) =>
    fetchRequestHandler({
      endpoint: "/api/trpc",
      req: context.req.raw,
      router: appRouter,
      createContext: async () => ({
        services: await orTrpcError(servicesFor(core, context.req.raw.headers)),
        live: core.live,
        reauthorize: () => servicesFor(core, context.req.raw.headers),
      }),
      onError: ({ error, path }) => {
        if (error.code === "INTERNAL_SERVER_ERROR")
          core.log.error({ path, error: error.cause ?? error }, "procedure failed");
      },
    }),
  );
  app.use("/api/run/*", limitBody(MAX_RUN_BYTES));
  app.route("/", createRunApp(runAccess(core)));
  app.use("/api/relay/*", limitBody(MAX_SIGN_IN_BYTES));
  const { callRelay } = core.ports;
  app.route(
    "/",
    createRelayApp({
      mayResolve: (secret) => callRelay.mayResolve(secret),
      byCode: async (code) =>
        (await resolveRelayCode(core.database, callRelay, code, core.ports.clock.now())).map((actor) =>
          core.contextOf(actor),
        ),
    }),
  );
  app.use("/track/*", limitBody(MAX_SIGN_IN_BYTES));
  app.route("/", createTrackApp(trackAccess(core)));
  app.route("/", createLogApp({ resolve: (request) => servicesFor(core, request.headers) }));
  app.route("/", createProofApp({ resolve: (request) => servicesFor(core, request.headers) }));
  const { grantedFiles: files, clock } = core.ports;
  if (files) app.route("/", createBlobApp({ files, now: () => clock.now(), ...incomingBlobs(core.systemContext) }));
  for (const dialect of DIALECTS) app.route("/", createDialectApp(dialect, apiAccess(core)));
  app.route("/", createUploadApp({ resolve: (request) => servicesFor(core, request.headers) }));
  app.route(
    "/",
    basemapApp({
      worldFile: path.join(core.env.rootDir, "public/basemap/world.pmtiles"),
      tilesFile: core.ports.basemapFile,
      readStyle: async (theme) => core.ports.mapStyle?.read(theme) ?? null,
      readOwn: async (request, theme) => {
        const viewer = await resolveViewer(core.auth, core.database, request.headers);
        // Whoever sees no page of the desk is not told the map's address either.
        if (!viewer || viewer.lacksSecondFactor || isOutsideRole(viewer.role)) return null;
        return core.ports.maps.readOwn(viewer.organizationId, theme);
      },
    }),
  );
  return app;
}

/** How drivers' links and devices reach the services. */
export function runAccess(core: Core): RunAppOptions {
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const driver = await resolve(core.database, token, core.ports.clock.now());
    return driver && core.contextOf(driver);
  };
  return {
    byLink: by(resolveRouteLink),
    bySession: by(resolveDriverSession),
    byFormerSession: by(resolveFormerDriverSession),
  };
}

/** How drivers' sockets reach the services: by a device's session, or by a driver's own token. */
export function driverSocketAccess(core: Core): RunAppOptions["bySession"] {
  const { bySession } = runAccess(core);
  const { database, secret, ports } = core;
  return async (token) => {
    const driver = await resolveDriverToken({ database, secret }, token, ports.clock.now());
    return driver ? core.contextOf(driver.actor) : bySession(token);
  };
}

/** The services as the signed-in sender of these headers; null for nobody. */
export async function servicesFor(core: Core, headers: Headers): Promise<ServiceContext | null> {
  const viewer = await resolveViewer(core.auth, core.database, headers).catch((error: unknown) => {
    if (!isLostConnection(error)) throw error;
    throw new ServiceError("unavailable", "The database cannot be reached right now. Try again in a moment.", {
      reason: "database-away",
    });
  });
  return viewer ? core.contextOf(viewerActor(viewer)) : null;
}

async function isDatabaseReachable(core: Core): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, HEALTH_TIMEOUT_MILLISECONDS, false).unref());
  const probe = core.database.raw`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([probe, timeout]);
}
