import "server-only";
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import type { TrackedDoor } from "@/server/auth/resolve-tracking-link";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readTracking } from "@/server/services/tracking/read-tracking";
import { notFoundPage, trackPage, unavailablePage } from "./track-page";
import { STYLE_PATH, TRACK_STYLE } from "./track-style";

export interface TrackAppOptions {
  /** The door a link opens, and the services to read it with; null for all that opens nothing. */
  readonly byLink: (token: string) => Promise<{ readonly door: TrackedDoor; readonly services: ServiceContext } | null>;
  /** Who asks, as it may be kept. */
  readonly hashCaller: (organizationId: string, headers: Headers) => string;
  readonly onError: (error: unknown) => void;
}

/** Kept, passed on and indexed nowhere; nothing but our own style sheet is loaded, and no script at all. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/** The page a customer follows a delivery on: plain HTML, whole without JavaScript (product.md §3). */
export function createTrackApp({ byLink, hashCaller, onError }: TrackAppOptions): Hono {
  const app = new Hono();
  app.get(STYLE_PATH, (context) =>
    context.body(TRACK_STYLE, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    }),
  );
  app.get("/track/:token", async (context) => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
    const language = languageOf(context);
    try {
      const opened = await byLink(context.req.param("token"));
      if (!opened) return context.html(notFoundPage(language ?? "en"), 404);
      const { door, services } = opened;
      const seen = await readTracking(services, {
        linkId: door.linkId,
        visitId: door.visitId,
        scope: door.scope,
        language,
        ipHash: hashCaller(door.organizationId, context.req.raw.headers),
      });
      return context.html(trackPage(seen.page, seen.language, seen.sender));
    } catch (error) {
      onError(error);
      return context.html(unavailablePage(language ?? "en"), 503, { "retry-after": "60" });
    }
  });
  return app;
}

/** The first language the reader's browser asks for that we write; null: none of them. */
function languageOf(context: Context): Language | null {
  const wanted = accepts(context, {
    header: "Accept-Language",
    supports: [...LANGUAGES],
    default: "",
    match: (asked, { supports }) => {
      const codes = asked.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      return (
        codes.map(({ type }) => type.split("-", 1)[0]!.toLowerCase()).find((code) => supports.includes(code)) ?? ""
      );
    },
  });
  return LANGUAGES.find((language) => language === wanted) ?? null;
}
