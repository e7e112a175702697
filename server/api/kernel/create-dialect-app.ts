import "server-only";
import { Hono } from "hono";
import { accessWithin } from "./access-within";
import { ApiRefusal } from "./api-refusal";
import { correlationIdOf } from "./correlation-id";
import type { ApiAccess, Dialect } from "./dialect";
import type { Endpoint } from "./endpoint";
import { openApiDocument } from "./open-api-document";
import { createPlaces } from "./places";
import { createRateLimiter } from "./rate-limiter";
import { referencePage } from "./reference-page";
import { guarded, serveEndpoint } from "./serve-endpoint";

/** All endpoints of a dialect over HTTP, with its document (`/openapi.json`) and its reference (`/reference`). */
export function createDialectApp(dialect: Dialect, anyAccess: ApiAccess): Hono {
  const access = accessWithin(dialect.name, anyAccess);
  const limiter = createRateLimiter(access.now);
  const serving = { dialect, access, limiter, places: createPlaces(dialect.mostAtOnce ?? Infinity) };
  const app = new Hono().basePath(dialect.basePath);
  const refused = (request: Request, work: () => Promise<Response>) =>
    guarded(serving, correlationIdOf(request.headers) ?? access.newCorrelationId(), "none", work);
  let document: string | undefined;
  app.get("/openapi.json", (context) => {
    document ??= JSON.stringify(openApiDocument(dialect));
    return context.body(document, 200, { "content-type": "application/json", "cache-control": "public, max-age=300" });
  });
  let page: ReturnType<typeof referencePage> | undefined;
  app.get("/reference", (context) => {
    page ??= referencePage(openApiDocument(dialect), dialect.notes);
    return context.html(page);
  });
  for (const [path, endpoints] of byPath(dialect.endpoints)) {
    for (const each of endpoints) {
      app.on(each.method.toUpperCase(), path, ({ req }) => serveEndpoint(serving, each, req.raw, req.param()));
    }
    const allowed = endpoints.map(({ method }) => method.toUpperCase()).join(", ");
    app.all(path, ({ req }) =>
      refused(req.raw, async () => {
        throw new ApiRefusal("method-not-allowed", `Here one may ${allowed}.`, { allowed }, { allow: allowed });
      }),
    );
  }
  app.all("*", ({ req }) =>
    refused(req.raw, async () => {
      throw new ApiRefusal("no-such-endpoint", "There is no such endpoint.");
    }),
  );
  return app;
}

/** Endpoints by their path in Hono's words, written-out paths before those with parameters. */
function byPath(endpoints: readonly Endpoint[]): [string, Endpoint[]][] {
  const paths = new Map<string, Endpoint[]>();
  for (const each of endpoints) {
    const path = each.path.replace(/\{(\w+)\}/g, ":$1");
    paths.set(path, [...(paths.get(path) ?? []), each]);
  }
  return [...paths].sort(([a], [b]) => a.split(":").length - b.split(":").length);
}
