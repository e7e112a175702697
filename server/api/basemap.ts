import "server-only";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** One PMTiles file, read by browsers in ranges. Public like every map tile; it holds no tenant's data. */
export function basemapApp(file: string): Hono {
  const app = new Hono();
  const folder = path.dirname(file);
  const name = path.basename(file);
  app.get(
    "/basemap/tiles.pmtiles",
    async (context, next) => {
      await next();
      context.res.headers.set("cache-control", "public, max-age=3600");
    },
    serveStatic({
      root: path.relative(process.cwd(), folder) || ".",
      rewriteRequestPath: () => `/${name}`,
      allowPercentInPath: true,
    }),
  );
  return app;
}
