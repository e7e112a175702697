import "server-only";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { DIALECTS } from "@/server/api/dialects/registry";
import { createDriverSockets } from "@/server/realtime/driver-sockets";
import type { Core } from "./boot-core";
import { bootPages, NO_PAGES } from "./boot-pages";
import { createHttpApp, driverSocketAccess } from "./create-http-app";
import { createMetrics } from "./metrics";
import { stampRequest } from "./stamp-request";

/** Paths answered without Next: measured 7–8 times cheaper per request than through its router. */
const DIRECT_PATHS = /^\/(api\/|v1\/|track(\/|$)|healthz$|health(\/|$)|metrics$|basemap\/)/;

/** True of what has no page, and is answered by a dialect's own error where it has nothing else either. */
function isDirect(path: string): boolean {
  return DIRECT_PATHS.test(path) || DIALECTS.some(({ basePath }) => `${path}/`.startsWith(`${basePath}/`));
}

/** Longer than proxies keep a connection (60 s), so that none asks on one that is just being closed. */
const KEEP_ALIVE_MILLISECONDS = 65_000;
/** A stream says something every three seconds: a reader who takes none of it for so long is gone, or does not read. */
const STALLED_STREAM_MILLISECONDS = 30_000;

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves API, live streams and pages on one port; pages only where this process is to have them. */
export async function bootWeb(core: Core, options: { isDevelopment: boolean }): Promise<WebServer> {
  const { env } = core;
  const metrics = createMetrics(core.database);
  const direct = getRequestListener(createHttpApp(core, metrics).fetch, { overrideGlobalObjects: false });
  const sockets = createDriverSockets({
    feed: core.live.events,
    bySession: driverSocketAccess(core),
    voice: DIALECTS.find((dialect) => dialect.driverVoice)?.driverVoice,
    origin: new URL(env.baseUrl).origin,
    onError: (error) => core.log.error({ error }, "driver's socket failed"),
  });
  const server = createServer();
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  const pages = env.DRAY_PAGES ? await bootPages(core, server, options) : NO_PAGES;
  server.on("request", (request, response) => {
    stampRequest(request, env.DRAY_PROXIES);
    const path = (request.url ?? "/").split("?", 1)[0]!;
    if (!isDirect(path)) {
      const begun = performance.now();
      response.once("finish", () => {
        const { method = "GET" } = request;
        metrics.observe({
          method,
          route: "page",
          status: response.statusCode,
          seconds: (performance.now() - begun) / 1000,
        });
      });
      return pages.handle(request, response, path);
    }
    if (request.headers.accept === "text/event-stream") {
      response.setTimeout(STALLED_STREAM_MILLISECONDS, () => request.socket.destroy());
    }
    void direct(request, response);
  });
  server.on("upgrade", (request, socket, head) => {
    if (!sockets.take(request, socket, head)) pages.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST === "127.0.0.1" ? "localhost" : env.HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : env.PORT,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pages.close();
    },
  };
}
