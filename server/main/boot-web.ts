import "server-only";
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { resolveViewer } from "@/server/auth/resolve-viewer";
import { noteLinkOpened } from "@/server/services/plan/note-link-opened";
import { readRouteSheet } from "@/server/services/plan/read-route-sheet";
import { createCaller } from "@/server/trpc/root";
import type { Core } from "./boot-core";
import type { PageContainer } from "./container";
import { createHttpApp, servicesFor } from "./create-http-app";
import { COMMON_HEADERS, contentSecurityPolicy, LINK_PAGE_HEADERS } from "./security-headers";
import { stampRequest } from "./stamp-request";

/** Paths answered without Next: measured 7–8 times cheaper per request than through its router. */
const DIRECT_PATHS = /^\/(api\/|healthz$|basemap\/)/;
/** Pages that whoever holds the address may see. */
const LINK_PATHS = /^\/run(\/|$)/;

/** Longer than proxies keep a connection (60 s), so that none asks on one that is just being closed. */
const KEEP_ALIVE_MILLISECONDS = 65_000;

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves pages and API on one port. */
export async function bootWeb(core: Core, options: { isDevelopment: boolean }): Promise<WebServer> {
  const { env, ports } = core;
  const direct = getRequestListener(createHttpApp(core).fetch, { overrideGlobalObjects: false });
  const server = createServer();
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  globalThis.drayContainer = {
    viewer: (headers) => resolveViewer(core.auth, core.database, headers),
    caller: async (headers) => {
      const services = await servicesFor(core, headers);
      return services ? createCaller({ services, bus: core.bus }) : null;
    },
    routeSheet: async (token) => {
      const driver = await resolveRouteLink(core.database, token, core.ports.clock.now());
      if (!driver) return null;
      const services = core.contextOf(driver);
      const sheet = await readRouteSheet(services, {});
      // A note that cannot be written must not keep a driver from his route.
      if (sheet)
        await noteLinkOpened(services, {}).catch((error: unknown) => core.log.warn({ error }, "link not noted"));
      return sheet;
    },
    map: mapSettings(core),
  };
  const app = next({
    dev: options.isDevelopment,
    dir: env.rootDir,
    hostname: env.HOST,
    port: env.PORT,
    httpServer: server,
  });
  // Pages name the origins they may reach, so the styles that tell are read before the first page.
  await Promise.all([app.prepare(), ports.mapStyle?.read("light"), ports.mapStyle?.read("dark")]);
  const handlePage = app.getRequestHandler();
  const handleUpgrade = app.getUpgradeHandler();
  server.on("request", (request, response) => {
    stampRequest(request);
    const path = (request.url ?? "/").split("?", 1)[0]!;
    if (DIRECT_PATHS.test(path)) void direct(request, response);
    else {
      addPageHeaders(request, response, ports.mapStyle?.origins() ?? [], options.isDevelopment);
      if (LINK_PATHS.test(path)) response.setHeaders(new Map(Object.entries(LINK_PAGE_HEADERS)));
      void handlePage(request, response);
    }
  });
  server.on("upgrade", (request, socket, head) => void handleUpgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST === "127.0.0.1" ? "localhost" : env.HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : env.PORT,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
    },
  };
}

function mapSettings({ env, ports }: Core): PageContainer["map"] {
  return {
    mapStyleUrl: ports.mapStyle ? "/basemap/style/light" : undefined,
    mapStyleDarkUrl: env.MAP_STYLE_DARK_URL ? "/basemap/style/dark" : undefined,
    pmtilesUrl: ports.basemapFile ? "/basemap/tiles.pmtiles" : undefined,
  };
}

/** Next reads the nonce from the request's policy and puts it on its own scripts. */
function addPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  mapOrigins: readonly string[],
  isDevelopment: boolean,
): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, mapOrigins, isDevelopment);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
}
