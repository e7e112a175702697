import "server-only";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { MAP_SERVERS_HEADER } from "@/server/domain/map-style";

export interface BasemapParts {
  /** Land, water and names of the whole world, as shipped. */
  readonly worldFile: string;
  /** This installation's own tiles; null without. */
  readonly tilesFile: string | null;
  /** This installation's map style; null without, or while its server is away. */
  readonly readStyle: (theme: "light" | "dark") => Promise<unknown>;
  /** The map that the sender's organization has chosen itself; null for everybody else. */
  readonly readOwn: (request: Request, theme: "light" | "dark") => Promise<OwnDocument | null>;
}

interface OwnDocument {
  readonly document: unknown;
  /** Servers that it has browsers fetch from. */
  readonly origins: readonly string[];
}

/** What lies under the day on the map. Public like every map tile, but for what an organization has chosen for itself. */
export function basemapApp({ worldFile, tilesFile, readStyle, readOwn }: BasemapParts): Hono {
  const app = new Hono();
  app.get("/basemap/world.pmtiles", keepForAnHour, fileInRanges(worldFile));
  if (tilesFile) app.get("/basemap/tiles.pmtiles", keepForAnHour, fileInRanges(tilesFile));
  app.get("/basemap/style/:theme{light|dark}", async (context) => {
    const style = await readStyle(context.req.param("theme") as "light" | "dark");
    // No style is an answer, not a fault: the browser has a map of its own then.
    return style ? context.json(style) : context.body(null, 204);
  });
  app.get("/basemap/own/:theme{light|dark}", async (context) => {
    const own = await readOwn(context.req.raw, context.req.param("theme") as "light" | "dark");
    // Its address may hold the organization's key.
    context.header("cache-control", "private, no-store");
    if (!own) return context.body(null, 204);
    // A page that was sent before the style was read may not reach them: it is told, and loads itself anew.
    context.header(MAP_SERVERS_HEADER, own.origins.join(" "));
    return context.json(own.document);
  });
  return app;
}

const keepForAnHour: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.ok) context.res.headers.set("cache-control", "public, max-age=3600");
};

/** One file, read in ranges, and nothing beside it. */
function fileInRanges(file: string): MiddlewareHandler {
  return serveStatic({
    root: path.relative(process.cwd(), path.dirname(file)) || ".",
    rewriteRequestPath: () => `/${path.basename(file)}`,
    allowPercentInPath: true,
  });
}
