import "server-only";
import type { Context } from "hono";
import { keepPrivate, languageOf } from "./answer";
import { openLink } from "./open-link";
import type { OpenedDoor, TrackAccess } from "./track-access";
import type { TrackLimits } from "./track-limits";
import { notFoundPage, tooManyPage, unavailablePage } from "./track-page";

const RETRY_SECONDS = "60";

/** What is answered once a link has opened its door. */
export type Answer = (context: Context, token: string, opened: OpenedDoor) => Promise<Response>;

/** Finds the door first; what opens nothing, asks too often or fails is answered alike on all of a customer's pages. */
export function openingFirst(access: TrackAccess, limits: TrackLimits, answer: Answer) {
  return async (context: Context): Promise<Response> => {
    keepPrivate(context);
    const language = languageOf(context) ?? "en";
    try {
      const token = context.req.param("token") ?? "";
      const opened = await openLink(access, limits, token, context.req.raw.headers);
      if (opened === "too-many") return context.html(tooManyPage(language), 429, { "retry-after": RETRY_SECONDS });
      if (opened === "not-found") return context.html(notFoundPage(language), 404);
      return await answer(context, token, opened);
    } catch (error) {
      access.onError(error);
      return context.html(unavailablePage(language), 503, { "retry-after": RETRY_SECONDS });
    }
  };
}
