import type { Viewer } from "@/server/auth/resolve-viewer";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";
import type { AppCaller } from "@/server/trpc/root";
import type { MapAddresses } from "./organization-maps";

/**
 * What Next's pages may reach of the running server. Next bundles its own copies of modules, so pools, bus and queue
 * live once, made by `server/main`, and pages find them here.
 */
export interface PageContainer {
  /** How people reach this installation. */
  readonly baseUrl: string;
  viewer(headers: Headers): Promise<Viewer | null>;
  /** Procedures as this request's viewer; null when nobody is signed in. */
  caller(headers: Headers): Promise<AppCaller | null>;
  /** The route a driver's link opens; null when the link opens nothing (any more), whatever the cause. */
  routeSheet(token: string): Promise<RouteSheet | null>;
  /** Where the asker's browser finds the map's background. */
  map(headers: Headers): Promise<MapAddresses>;
}

/** Header in which the server tells a page its own address; a caller's own is overwritten. */
export const REQUEST_PATH_HEADER = "x-dray-path";

declare global {
  var drayContainer: PageContainer | undefined;
}

/** The running server's container. Throws where pages run without the server. */
export function pageContainer(): PageContainer {
  if (!globalThis.drayContainer) throw new Error("pages run inside Dray's own server: start it with `npm start`");
  return globalThis.drayContainer;
}
