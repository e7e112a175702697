import "server-only";
import { html } from "hono/html";
import { notificationWords } from "@/server/domain/notification/notification-words";
import type { Language } from "@/server/domain/preference/preferences";
import { type TrackingWords, trackingWords } from "@/server/domain/tracking/tracking-words";
import type { SeenDoor } from "@/server/services/tracking/read-tracking";
import { brandHeader, type Markup, plainPage, trackDocument } from "./track-document";
import { type PartName, type TrackParts, trackParts } from "./track-parts";

/** What else stands on a page: made elsewhere, shown where it belongs. */
export interface TrackSlots {
  /** What its customer may do now, as forms. */
  readonly acts?: Markup | undefined;
  /** The van and the door, drawn. */
  readonly map?: Markup | undefined;
  /** Where he chooses by what he is written. */
  readonly choicesAt?: string | undefined;
}

/** A customer's page: state, window, what can be done, then the map; whatever is not known is not there (product.md §3). */
export function trackPage(seen: SeenDoor, { acts, map, choicesAt }: TrackSlots = {}): Markup {
  const { page, language, brand } = seen;
  const words = trackingWords(language);
  const parts = trackParts(seen);
  const hasMap = map !== undefined;
  return trackDocument(
    { language, brand, ...(page.isLive && { looksAgain: "live" as const }) },
    html`<main data-tone="${parts.tone}"${hasMap ? " data-map" : ""}>
${brandHeader(brand)}
<div class="card now">
${nowOf(parts)}
${stepsOf(words, parts.step)}
<ul class="facts">${fact(parts, "stops")}${fact(parts, "driver")}${fact(parts, "vehicle")}</ul>
${page.isLive ? html`<p class="more" hidden><a href="">${words.more}</a></p>` : ""}
</div>
${acts ? html`<section class="card acts">${acts}</section>` : ""}
<section class="map" aria-label="${words.map.title}"${hasMap ? "" : " hidden"}>${map ?? ""}</section>
<footer>
${page.address && html`<p class="address">${page.address}</p>`}
${page.callCentrePhone && html`<p>${words.questions} <a href="tel:${page.callCentrePhone}">${page.callCentrePhone}</a></p>`}
${choicesAt && html`<p><a href="${choicesAt}">${notificationWords(language).choices.open}</a></p>`}
${page.isLive ? html`<noscript><p>${words.looksAgain}</p></noscript>` : ""}
</footer>
</main>`,
  );
}

/** What is said first, and said again to screen readers whenever it changes. */
function nowOf(parts: TrackParts): Markup {
  return html`<div aria-live="polite">
${part(parts, "late", "p")}
<h1 data-part="state">${parts.texts.state}</h1>
${part(parts, "window", "p")}
${part(parts, "day", "p")}
</div>`;
}

function part({ texts }: TrackParts, name: PartName, tag: "p" | "li"): Markup {
  const text = texts[name];
  const hidden = text === "" ? " hidden" : "";
  return tag === "p"
    ? html`<p class="${name}" data-part="${name}"${hidden}>${text}</p>`
    : html`<li class="${name}" data-part="${name}"${hidden}>${text}</li>`;
}

const fact = (parts: TrackParts, name: PartName) => part(parts, name, "li");

function stepsOf({ steps }: TrackingWords, at: number): Markup {
  return html`<ol class="steps" data-step="${at}">${steps.map(
    (step, index) => html`<li${index === at ? " aria-current=step" : ""}>${step}</li>`,
  )}</ol>`;
}

/** The one answer for all that is not to be found. */
export function notFoundPage(language: Language): Markup {
  return plainPage(language, trackingWords(language).notFound, "form");
}

/** Whoever asks too often hears this, whatever he asks for. */
export function tooManyPage(language: Language): Markup {
  return plainPage(language, trackingWords(language).tooMany, "reload");
}

/** When it cannot be looked up right now; asks again by itself. */
export function unavailablePage(language: Language): Markup {
  return plainPage(language, trackingWords(language).unavailable, "reload");
}
