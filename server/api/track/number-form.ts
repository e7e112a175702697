import "server-only";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Language } from "@/server/domain/preference/preferences";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import { keepPrivate, languageOf } from "./answer";
import { isFromOurPage } from "./same-site";
import type { TrackAccess } from "./track-access";
import { type Markup, trackDocument } from "./track-document";
import type { TrackLimits } from "./track-limits";
import { tooManyPage, unavailablePage } from "./track-page";

/**
 * The way to a page for who has lost his link: its number, and what only he and the sender know. Looking at the form
 * changes nothing; sending it is limited by caller and by number, and answers alike to all that does not fit.
 */
export function createNumberForm(access: TrackAccess, limits: TrackLimits): Hono {
  const app = new Hono();
  app.get("/track", (context) => {
    keepFormPrivate(context);
    return context.html(formPage(languageOf(context) ?? "en", false));
  });
  app.post("/track", async (context) => {
    keepFormPrivate(context);
    const language = languageOf(context) ?? "en";
    if (!isFromOurPage(context.req.raw)) return context.html(formPage(language, false), 403);
    const address = access.addressOf(context.req.raw.headers);
    if (!limits.mayAsk(address)) return context.html(tooManyPage(language), 429, { "retry-after": "60" });
    try {
      const said = await context.req.parseBody();
      const url = await access.byNumber({ number: text(said.number), answer: text(said.answer) });
      if (url) return context.redirect(url, 303);
      limits.noteMiss(address);
      return context.html(formPage(language, true), 404);
    } catch (error) {
      access.onError(error);
      return context.html(unavailablePage(language), 503, { "retry-after": "60" });
    }
  });
  return app;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** This page's address is no secret, and without it a browser would not say that the form was ours. */
function keepFormPrivate(context: Context): void {
  keepPrivate(context);
  context.header("referrer-policy", "same-origin");
}

function formPage(language: Language, isRefused: boolean): Markup {
  const { form: words } = trackingWords(language);
  return trackDocument(
    { language },
    html`<main class="plain"><div class="card">
<h1>${words.title}</h1>
<p class="day">${words.intro}</p>
<form method="post" action="/track">
${isRefused ? html`<p class="refused" role="alert">${words.refused}</p>` : ""}
<label>${words.number}<input name="number" required minlength="3" maxlength="120" autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
<label>${words.answer}<input name="answer" required maxlength="20" autocomplete="postal-code" spellcheck="false"><small>${words.hint}</small></label>
<button>${words.open}</button>
</form>
</div></main>`,
  );
}
