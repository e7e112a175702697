import "server-only";
import { type Context, Hono } from "hono";
import { seenDoor } from "@/server/services/tracking/read-tracking";
import { createActApp } from "./act-app";
import { actList } from "./act-list";
import { keepPrivate, languageOf } from "./answer";
import { createLiveRoutes } from "./live-routes";
import { createMessageChoices } from "./message-choices";
import { createNumberForm } from "./number-form";
import { openLink } from "./open-link";
import { takeSaid } from "./said-cookie";
import type { TrackAccess } from "./track-access";
import { ASSETS } from "./track-assets";
import { TrackLimits } from "./track-limits";
import { drawMap } from "./track-map";
import { notFoundPage, tooManyPage, trackPage, unavailablePage } from "./track-page";

const RETRY_SECONDS = "60";

/** The page a customer follows a delivery on: plain HTML, whole without JavaScript (product.md §3). */
export function createTrackApp(access: TrackAccess): Hono {
  const app = new Hono();
  const limits = new TrackLimits(access.now);
  for (const { path, text, type } of ASSETS) {
    app.get(path, (context) =>
      context.body(text, 200, { "content-type": type, "cache-control": "public, max-age=31536000, immutable" }),
    );
  }
  app.route("/", createNumberForm(access, limits));
  app.route("/", createLiveRoutes(access, limits));
  app.route("/", createActApp(access, limits));
  app.route("/", createMessageChoices(access, limits));
  app.get("/track/:token", (context) => showPage(context, access, limits));
  return app;
}

async function showPage(context: Context, access: TrackAccess, limits: TrackLimits): Promise<Response> {
  keepPrivate(context);
  const language = languageOf(context);
  const said = language ?? "en";
  const token = context.req.param("token") ?? "";
  try {
    const opened = await openLink(access, limits, token, context.req.raw.headers);
    if (opened === "too-many") return context.html(tooManyPage(said), 429, { "retry-after": RETRY_SECONDS });
    if (opened === "not-found") return context.html(notFoundPage(said), 404);
    const { door } = opened;
    const told = await access.look(door, access.hashCaller(door.organizationId, context.req.raw.headers));
    if (!told) return context.html(notFoundPage(said), 404);
    const seen = seenDoor(told, { scope: door.scope, language });
    const drawn = await drawMap(access.baseMap, seen.page, seen.language);
    const acts = actList(token, seen, takeSaid(context, token));
    const choicesAt = seen.isWritten ? `/track/${token}/messages` : undefined;
    return context.html(trackPage(seen, { acts, map: drawn?.figure, choicesAt }));
  } catch (error) {
    access.onError(error);
    return context.html(unavailablePage(said), 503, { "retry-after": RETRY_SECONDS });
  }
}
