import "server-only";
import { Hono } from "hono";
import { html } from "hono/html";
import type { NotificationChannel } from "@/server/domain/notification/notification-policy";
import { NOTIFICATION_CHANNELS } from "@/server/domain/notification/notification-policy";
import { notificationWords } from "@/server/domain/notification/notification-words";
import type { Language } from "@/server/domain/preference/preferences";
import { chooseMessages } from "@/server/services/notification/choose-messages";
import { readChoices } from "@/server/services/notification/read-choices";
import { formSeal, isSame } from "./act-seal";
import { languageOf } from "./answer";
import { type Answer, openingFirst } from "./opening-first";
import { isFromOurPage } from "./same-site";
import type { TrackAccess } from "./track-access";
import { type Markup, trackDocument } from "./track-document";
import type { TrackLimits } from "./track-limits";

const PATH = "/track/:token/messages";

/**
 * Where a customer chooses by what he is written. Looking changes nothing; a form of ours does, and so does the one request
 * by which mail programs stop a sender's e-mails (RFC 8058), which comes without cookies from anywhere: it has the link.
 */
export function createMessageChoices(access: TrackAccess, limits: TrackLimits): Hono {
  const app = new Hono();
  const show = showChoices(access);
  app.get(PATH, openingFirst(access, limits, show));
  app.post(
    PATH,
    openingFirst(access, limits, async (context, token, opened) => {
      const { door, services } = opened;
      const posted = await context.req.parseBody();
      if (posted["List-Unsubscribe"] === "One-Click") {
        await chooseMessages(services, { linkId: door.linkId, channel: null, isStopped: true });
        return context.body(null, 204);
      }
      const channel = NOTIFICATION_CHANNELS.find((each) => each === posted.channel);
      const isOurs = isSame(String(posted.seal), formSeal(access.sign, door.linkId));
      if (!isOurs || !isFromOurPage(context.req.raw, true) || !channel) {
        context.status(403);
        return show(context, token, opened);
      }
      await chooseMessages(services, { linkId: door.linkId, channel, isStopped: posted.choice === "stop" });
      return context.redirect(context.req.path, 303);
    }),
  );
  return app;
}

function showChoices({ sign }: TrackAccess): Answer {
  return async (context, token, { door, services }) => {
    const { choices, sender, language: theirs } = await readChoices(services, { linkId: door.linkId });
    const language = languageOf(context) ?? theirs;
    const seal = formSeal(sign, door.linkId);
    const body = html`<main class="plain"><div class="card">
<h1>${notificationWords(language).choices.title(sender)}</h1>
${choices.map((choice) => choiceForm(language, seal, choice))}
<p><a href="/track/${token}">${notificationWords(language).choices.back}</a></p>
</div></main>`;
    return context.html(trackDocument({ language }, body));
  };
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
