import "server-only";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Language } from "@/server/domain/preference/preferences";
import { seenDoor } from "@/server/services/tracking/read-tracking";
import { keepPrivate, languageOf } from "./answer";
import { openLink } from "./open-link";
import type { OpenedDoor, TrackAccess } from "./track-access";
import type { TrackLimits } from "./track-limits";
import { drawMap } from "./track-map";
import { type TrackParts, trackParts } from "./track-parts";

/** Longer than anybody looks at once; the browser then asks for a new stream. */
const MOST_TICKS = 180;
/** Of one process, and of one link. Who gets none asks every half minute. */
const MOST_STREAMS = 4000;
const MOST_PER_LINK = 4;

/** What an open page is told: its parts, and the map where it is another than the one it has. */
interface Update extends TrackParts {
  readonly map: { readonly frame: string; readonly van: readonly [number, number]; readonly figure?: string } | null;
}

/** What keeps an open page true: a stream while it is looked at, and the same once for who asks. Nobody is noted anew. */
export function createLiveRoutes(access: TrackAccess, limits: TrackLimits): Hono {
  const app = new Hono();
  const open = new Map<string, number>();
  let streams = 0;
  const opened = async (context: Context) => {
    keepPrivate(context);
    return openLink(access, limits, context.req.param("token") ?? "", context.req.raw.headers);
  };
  app.get("/track/:token/now", async (context) => {
    const door = await opened(context);
    if (door === "too-many") return context.body(null, 429, { "retry-after": "60" });
    const update = door === "not-found" ? null : await readUpdate(access, door, languageOf(context), frameOf(context));
    return update ? context.json(update) : context.body(null, 404);
  });
  app.get("/track/:token/live", async (context) => {
    const door = await opened(context);
    if (door === "too-many") return context.body(null, 429, { "retry-after": "60" });
    // A browser that hears this asks for no other stream.
    if (door === "not-found" || door.door.scope !== "page") return context.body(null, 204);
    const { linkId } = door.door;
    const ofLink = open.get(linkId) ?? 0;
    if (streams >= MOST_STREAMS || ofLink >= MOST_PER_LINK) return context.body(null, 503, { "retry-after": "60" });
    streams++;
    open.set(linkId, ofLink + 1);
    let isOpen = true;
    const leave = () => {
      if (!isOpen) return;
      isOpen = false;
      streams--;
      const left = open.get(linkId)! - 1;
      if (left === 0) open.delete(linkId);
      else open.set(linkId, left);
    };
    const response = stream(context, access, leave);
    response.headers.set("cache-control", "private, no-store");
    return response;
  });
  return app;
}

const frameOf = (context: Context) => context.req.query("map") ?? "";

/**
 * Every ten seconds what has changed, or else a sign of life; to the end of the delivery or of the link. Who goes away has
 * left at once: whoever reloads his page some times in a row is not told that there are too many of him.
 */
function stream(context: Context, access: TrackAccess, leave: () => void): Response {
  const token = context.req.param("token") ?? "";
  const language = languageOf(context);
  return streamSSE(
    context,
    async (sse) => {
      let frame = frameOf(context);
      let last = "";
      sse.onAbort(leave);
      try {
        for (let tick = 0; tick < MOST_TICKS && !sse.aborted; tick++) {
          await sse.sleep(access.tickMilliseconds);
          if (sse.aborted) return;
          const door = await access.byLink(token);
          const update = door && (await readUpdate(access, door, language, frame));
          if (!update) return;
          const text = JSON.stringify(update);
          await (text === last ? sse.write(":\n\n") : sse.writeSSE({ data: text }));
          if (!update.isLive) return;
          last = text;
          frame = update.map?.frame ?? "";
          if (update.map?.figure) last = "";
        }
      } finally {
        leave();
      }
    },
    async (error) => access.onError(error),
  );
}

async function readUpdate(
  access: TrackAccess,
  { door }: OpenedDoor,
  language: Language | null,
  frame: string,
): Promise<Update | null> {
  const told = await access.look(door, null);
  if (!told) return null;
  const seen = seenDoor(told, { scope: door.scope, language });
  const drawn = await drawMap(() => access.groundOf(door.organizationId), seen.page, seen.language);
  return {
    ...trackParts(seen),
    map: drawn && {
      frame: drawn.frame,
      van: drawn.van,
      ...(drawn.frame !== frame && { figure: String(await drawn.figure) }),
    },
  };
}
