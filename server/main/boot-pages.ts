import "server-only";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { resolveViewer } from "@/server/auth/resolve-viewer";
import { noteLinkOpened } from "@/server/services/plan/note-link-opened";
import { readRouteSheet } from "@/server/services/plan/read-route-sheet";
import { createCaller } from "@/server/trpc/root";
import type { Core } from "./boot-core";
import type { PageContainer } from "./container";
import { servicesFor } from "./create-http-app";
import { COMMON_HEADERS, contentSecurityPolicy, LINK_PAGE_HEADERS } from "./security-headers";

/** Pages that whoever holds the address may see. */
const LINK_PATHS = /^\/run(\/|$)/;

/** What a web process shows to people, beside the API. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse, path: string): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** Starts Next on the process's server and gives its pages their way in. */
export async function bootPages(core: Core, httpServer: Server, options: { isDevelopment: boolean }): Promise<Pages> {
  const { env, ports } = core;
  globalThis.drayContainer = pageContainer(core);
  const app = next({ dev: options.isDevelopment, dir: env.rootDir, hostname: env.HOST, port: env.PORT, httpServer });
  // Pages name the origins they may reach, so the styles that tell are read before the first page.
  await Promise.all([app.prepare(), ports.mapStyle?.read("light"), ports.mapStyle?.read("dark")]);
  const handlePage = app.getRequestHandler();
  const handleUpgrade = app.getUpgradeHandler();
  return {
    handle: (request, response, path) => {
      void outsideOrigins(core, request, path).then((outside) => {
        addPageHeaders(request, response, outside, options.isDevelopment);
        if (LINK_PATHS.test(path)) response.setHeaders(new Map(Object.entries(LINK_PAGE_HEADERS)));
        void handlePage(request, response);
      });
    },
    upgrade: (request, socket, head) => void handleUpgrade(request, socket, head),
    close: () => app.close(),
  };
}

/** A process without pages says so. */
export const NO_PAGES: Pages = {
  handle: (_request, response) => void response.writeHead(404).end(),
  upgrade: (_request, socket) => void socket.destroy(),
  close: async () => {},
};

function pageContainer(core: Core): PageContainer {
  return {
    baseUrl: core.env.baseUrl,
    viewer: (headers) => resolveViewer(core.auth, core.database, headers),
    caller: async (headers) => {
      const services = await servicesFor(core, headers);
      return services ? createCaller({ services, live: core.live }) : null;
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
    map: async (headers) => core.ports.maps.addressesOf(await organizationOf(core, headers)),
  };
}

/** Whose map a request's sender sees; null for nobody, whom the installation's is shown. */
async function organizationOf({ auth, database }: Core, headers: Headers): Promise<string | null> {
  const viewer = await resolveViewer(auth, database, headers);
  return viewer?.organizationId ?? null;
}

/**
 * Where a page may fetch from beside ourselves: its organization's map's servers, and the store of pictures where it is not
 * ours. Pages behind a link show no such map, and what is no page needs no policy.
 */
async function outsideOrigins(core: Core, request: IncomingMessage, path: string): Promise<readonly string[]> {
  const { ports } = core;
  const pictures = ports.blobOrigin ? [ports.blobOrigin] : [];
  if (LINK_PATHS.test(path) || !isDocument(request)) return pictures;
  const headers = new Headers({ cookie: request.headers.cookie ?? "" });
  const maps = await organizationOf(core, headers)
    .then((organizationId) => ports.maps.originsOf(organizationId))
    .catch((error: unknown) => {
      // The page says itself that the database is away.
      core.log.warn({ error }, "the map of a page is not known");
      return [];
    });
  return [...maps, ...pictures];
}

function isDocument({ headers }: IncomingMessage): boolean {
  const dest = headers["sec-fetch-dest"];
  return dest === undefined ? (headers.accept ?? "").includes("text/html") : dest === "document";
}

/** Next reads the nonce from the request's policy and puts it on its own scripts. */
function addPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  outside: readonly string[],
  isDevelopment: boolean,
): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, outside, isDevelopment);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
}
