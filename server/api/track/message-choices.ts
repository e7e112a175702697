import "server-only";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { NotificationChannel } from "@/server/domain/notification/notification-policy";
import { NOTIFICATION_CHANNELS } from "@/server/domain/notification/notification-policy";
import { notificationWords } from "@/server/domain/notification/notification-words";
import type { Language } from "@/server/domain/preference/preferences";
import { chooseMessages } from "@/server/services/notification/choose-messages";
import { readChoices } from "@/server/services/notification/read-choices";
import { keepPrivate, languageOf } from "./answer";
import { openLink } from "./open-link";
import type { OpenedDoor, TrackAccess } from "./track-access";
import { type Markup, trackDocument } from "./track-document";
import type { TrackLimits } from "./track-limits";
import { notFoundPage, tooManyPage, unavailablePage } from "./track-page";

const PATH = "/track/:token/messages";
const RETRY_SECONDS = "60";

/**
 * Where a customer chooses by what he is written. Looking changes nothing; a form of ours does, and so does the one request
 * by which mail programs stop a sender's e-mails (RFC 8058), which comes without cookies from anywhere: it has the link.
 */
export function createMessageChoices(access: TrackAccess, limits: TrackLimits): Hono {
  const app = new Hono();
  const opening = (answer: (context: Context, opened: OpenedDoor) => Promise<Response>) => (context: Context) =>
    openFirst(access, limits, context, answer);
  app.get(
    PATH,
    opening(async (context, opened) => showChoices(context, opened)),
  );
  app.post(
    PATH,
    opening(async (context, { door, services }) => {
      const posted = await context.req.parseBody();
      if (posted["List-Unsubscribe"] === "One-Click") {
        await chooseMessages(services, { linkId: door.linkId, channel: null, isStopped: true });
        return context.body(null, 204);
      }
      const channel = NOTIFICATION_CHANNELS.find((each) => each === posted.channel);
      const isOurs = posted.seal === services.ports.ids.tokenFor(sealOf(door.linkId)) && !isElsewhere(context);
      if (!isOurs || !channel) return showChoices(context, { door, services }, 403);
      await chooseMessages(services, { linkId: door.linkId, channel, isStopped: posted.choice === "stop" });
      return context.redirect(context.req.path, 303);
    }),
  );
  return app;
}

const sealOf = (linkId: string) => `messages ${linkId}`;

/** Browsers say where a form was sent from; those that do not have shown our seal. */
function isElsewhere(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  return site !== undefined && site !== "same-origin";
}

async function openFirst(
  access: TrackAccess,
  limits: TrackLimits,
  context: Context,
  answer: (context: Context, opened: OpenedDoor) => Promise<Response>,
): Promise<Response> {
  keepPrivate(context);
  const said = languageOf(context) ?? "en";
  try {
    const opened = await openLink(access, limits, context.req.param("token") ?? "", context.req.raw.headers);
    if (opened === "too-many") return context.html(tooManyPage(said), 429, { "retry-after": RETRY_SECONDS });
    if (opened === "not-found") return context.html(notFoundPage(said), 404);
    return await answer(context, opened);
  } catch (error) {
    access.onError(error);
    return context.html(unavailablePage(said), 503, { "retry-after": RETRY_SECONDS });
  }
}

async function showChoices(context: Context, { door, services }: OpenedDoor, status: 200 | 403 = 200) {
  const { choices, sender, language: theirs } = await readChoices(services, { linkId: door.linkId });
  const language = languageOf(context) ?? theirs;
  const seal = services.ports.ids.tokenFor(sealOf(door.linkId));
  const token = context.req.param("token") ?? "";
  const body = html`<main class="plain"><div class="card">
<h1>${notificationWords(language).choices.title(sender)}</h1>
${choices.map((choice) => choiceForm(language, seal, choice))}
<p><a href="/track/${token}">${notificationWords(language).choices.back}</a></p>
</div></main>`;
  return context.html(trackDocument({ language }, body), status);
}

function choiceForm(
  language: Language,
  seal: string,
  { channel, masked, isStopped }: { channel: NotificationChannel; masked: string; isStopped: boolean },
): Markup {
  const words = notificationWords(language).choices;
  return html`<form method="post">
<p>${isStopped ? words.stopped[channel](masked) : words.written[channel](masked)}</p>
<input type="hidden" name="seal" value="${seal}">
<input type="hidden" name="channel" value="${channel}">
<button name="choice" value="${isStopped ? "resume" : "stop"}">${isStopped ? words.resume[channel] : words.stop[channel]}</button>
</form>`;
}
