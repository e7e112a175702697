import "server-only";
import { Hono, type MiddlewareHandler } from "hono";
import { createSystemCheck } from "@/server/services/health/check-system";
import { heldFor } from "./answer-held";
import type { Core } from "./boot-core";
import { mayScrape } from "./may-scrape";
import type { Metrics } from "./metrics";

/** Anybody may ask how we are: the parts are asked once a second for all of them. */
const HELD_MILLISECONDS = 1000;

/**
 * What whoever runs an installation watches. `GET /health`: each part, 503 without a database; `/health/live`: this process
 * answers; `/health/ready`: it can be sent requests; `GET /metrics`: figures for Prometheus. Anybody learns which parts are
 * well; figures are for those who may scrape.
 */
export function createOperationsApp(core: Core, metrics: Metrics): Hono {
  const { database, ports, env } = core;
  const check = createSystemCheck({ ...ports, database, now: () => ports.clock.now() });
  const health = heldFor(HELD_MILLISECONDS, check);
  const app = new Hono();
  // Named: without a path it would be every route's of the app that this one is a part of.
  for (const path of ["/health", "/health/*", "/metrics"]) app.use(path, neverKept);
  app.get("/health", async (context) => {
    const { status, checkedAt, parts } = await health();
    const isKnown = mayScrape(context.req.raw.headers, env.DRAY_METRICS_TOKEN);
    const subsystems = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, isKnown ? part : { status: part.status }]),
    );
    return context.json({ status, checkedAt, subsystems }, status === "unavailable" ? 503 : 200);
  });
  app.get("/health/live", (context) => context.json({ status: "ok" }));
  app.get("/health/ready", async (context) => {
    const { parts } = await health();
    const isReady = parts.database.status !== "unavailable";
    return context.json({ status: isReady ? "ok" : "unavailable" }, isReady ? 200 : 503);
  });
  app.get("/metrics", async (context) => {
    if (!mayScrape(context.req.raw.headers, env.DRAY_METRICS_TOKEN)) {
      context.header("www-authenticate", "Bearer");
      return context.text("Metrics are for who has the token (DRAY_METRICS_TOKEN).\n", 401);
    }
    return context.body(await metrics.text(), 200, { "content-type": metrics.contentType });
  });
  return app;
}

const neverKept: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set("cache-control", "no-store");
};
