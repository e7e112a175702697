import "server-only";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { LOGO_FORMATS, type LogoFormat } from "@/server/domain/brand/logo";
import { actWordsOf } from "@/server/domain/tracking/act-words";
import { seenDoor } from "@/server/services/tracking/read-tracking";
import { createActApp } from "./act-app";
import { actList } from "./act-list";
import { keepPrivate, languageOf } from "./answer";
import { brandStyle } from "./brand-style";
import { createLiveRoutes } from "./live-routes";
import { createMessageChoices } from "./message-choices";
import { createNumberForm } from "./number-form";
import { type Answer, openingFirst } from "./opening-first";
import { takeSaid } from "./said-cookie";
import type { TrackAccess } from "./track-access";
import { ASSETS } from "./track-assets";
import { plainPage } from "./track-document";
import { TrackLimits } from "./track-limits";
import { drawMap } from "./track-map";
import { notFoundPage, trackPage } from "./track-page";

/** The longest form is a comment of 1,000 letters, each of which may become twelve in an address. */
const MOST_BYTES = 32_000;

const FOR_GOOD = { "cache-control": "public, max-age=31536000, immutable" };
/** Mail programs show it too, from wherever they are. */
const LOGO_HEADERS = {
  ...FOR_GOOD,
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/** The page a customer follows a delivery on: plain HTML, whole without JavaScript (product.md §3). */
export function createTrackApp(access: TrackAccess): Hono {
  const app = new Hono();
  const limits = new TrackLimits(access.now);
  app.use("/track/*", formLimit());
  for (const { path, text, type } of ASSETS) {
    app.get(path, (context) => context.body(text, 200, { "content-type": type, ...FOR_GOOD }));
  }
  app.get("/track/assets/:name", (context) => {
    const style = brandStyle(context.req.param("name"));
    if (style === null) return context.notFound();
    return context.body(style, 200, { "content-type": "text/css; charset=utf-8", ...FOR_GOOD });
  });
  app.get("/track/logo/:token", async (context) => {
    const [token = "", format = "webp"] = context.req.param("token").split(".");
    if (!isLogoFormat(format)) return context.notFound();
    const logo = await access.logo(token, format);
    if (!logo) return context.notFound();
    return context.body(logo as Uint8Array<ArrayBuffer>, 200, { "content-type": `image/${format}`, ...LOGO_HEADERS });
  });
  app.route("/", createNumberForm(access, limits));
  app.route("/", createLiveRoutes(access, limits));
  app.route("/", createActApp(access, limits));
  app.route("/", createMessageChoices(access, limits));
  app.get("/track/:token", openingFirst(access, limits, showPage(access)));
  return app;
}

function isLogoFormat(text: string): text is LogoFormat {
  return LOGO_FORMATS.some((format) => format === text);
}

function showPage(access: TrackAccess): Answer {
  return async (context, token, { door }) => {
    const language = languageOf(context);
    const told = await access.look(door, access.hashCaller(door.organizationId, context.req.raw.headers));
    if (!told) return context.html(notFoundPage(language ?? "en"), 404);
    const seen = seenDoor(told, { scope: door.scope, language });
    const drawn = await drawMap(() => access.groundOf(door.organizationId), seen.page, seen.language);
    const acts = actList(token, seen, takeSaid(context, token));
    const choicesAt = seen.isWritten ? `/track/${token}/messages` : undefined;
    return context.html(trackPage(seen, { acts, map: drawn?.figure, choicesAt }));
  };
}

/** Refuses what is longer than any form of ours before it is read: nobody here has shown who he is. */
function formLimit() {
  return bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) => {
      keepPrivate(context);
      const language = languageOf(context) ?? "en";
      return context.html(plainPage(language, actWordsOf(language).tooMuch), 413);
    },
  });
}
