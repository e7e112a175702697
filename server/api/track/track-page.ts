import "server-only";
import { html } from "hono/html";
import type { Language } from "@/server/domain/preference/preferences";
import type { TrackingPage } from "@/server/domain/tracking/tracking-page";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import { STYLE_PATH } from "./track-style";

type Markup = ReturnType<typeof html>;

/** How often a page without JavaScript asks again. */
const REFRESH_SECONDS = 60;

/** A customer's page: state, window, then the rest; whatever is not known is not there (product.md §3). */
export function trackPage(page: TrackingPage, language: Language, sender: string): Markup {
  const words = trackingWords(language);
  const { lines, stopsBefore, callCentrePhone } = page;
  const line = (text: string) => text && html`<p>${text}</p>`;
  return documentOf(
    language,
    page.isLive,
    html`<p class="from">${sender}</p>
${lines.lateness && html`<p class="late" role="status">${lines.lateness}</p>`}
<h1>${lines.state}</h1>
${lines.window && html`<p class="window">${lines.window}</p>`}
${line(lines.day)}
${stopsBefore === null ? "" : line(words.stopsBefore(stopsBefore))}
${page.driver && line(words.driver(page.driver))}
${line(page.vehicle)}
${line(page.address)}
${callCentrePhone && html`<p>${words.questions} <a href="tel:${callCentrePhone}">${callCentrePhone}</a></p>`}
${page.isLive ? html`<p class="note">${words.looksAgain}</p>` : ""}`,
  );
}

/** The one answer for all that is not to be found. */
export function notFoundPage(language: Language): Markup {
  return documentOf(language, false, html`<h1>${trackingWords(language).notFound}</h1>`);
}

/** When it cannot be looked up right now; asks again by itself. */
export function unavailablePage(language: Language): Markup {
  return documentOf(language, true, html`<h1>${trackingWords(language).unavailable}</h1>`);
}

function documentOf(language: Language, isLive: boolean, body: Markup): Markup {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${isLive ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : ""}
<title>${trackingWords(language).title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body><main>
${body}
</main></body>
</html>`;
}
