import "server-only";
import { html } from "hono/html";
import { logoPath } from "@/server/domain/brand/logo";
import type { Language } from "@/server/domain/preference/preferences";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import type { SeenBrand } from "@/server/services/tracking/read-tracking";
import { brandStylePath } from "./brand-style";
import { ISLAND, STYLE } from "./track-assets";

export type Markup = ReturnType<typeof html>;

/** How often a page without JavaScript asks again. */
const REFRESH_SECONDS = 60;

interface DocumentOptions {
  readonly language: Language;
  /** `live`: a script looks again, or the browser where scripts are off; `reload`: the browser does. */
  readonly looksAgain?: "live" | "reload";
  /** Whose page it is; absent: nobody's. */
  readonly brand?: SeenBrand;
}

/** A whole page of ours for somebody without an account. */
export function trackDocument({ language, looksAgain, brand }: DocumentOptions, body: Markup): Markup {
  const refresh = html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${looksAgain === "reload" ? refresh : ""}${
  looksAgain === "live" ? html`<noscript>${refresh}</noscript><script type="module" src="${ISLAND.path}"></script>` : ""
}
<title>${trackingWords(language).title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE.path}">
${brand?.color ? html`<link rel="stylesheet" href="${brandStylePath(brand.color)}">` : ""}
</head>
<body>
${body}
</body>
</html>`;
}

/** A page that says one thing and nothing about any delivery; asks again by itself, or shows another way. */
export function plainPage(language: Language, text: string, next?: "reload" | "form"): Markup {
  const { form } = trackingWords(language);
  return trackDocument(
    { language, ...(next === "reload" && { looksAgain: "reload" as const }) },
    html`<main class="plain"><div class="card"><h1>${text}</h1>${
      next === "form" ? html`<p class="other"><a href="/track">${form.other}</a></p>` : ""
    }</div></main>`,
  );
}

/** Who delivers, on top of every page of his: his logo where he has one, else his first letter, and his name. */
export function brandHeader({ sender, logoToken }: SeenBrand): Markup {
  const mark = logoToken
    ? html`<img class="logo" src="${logoPath(logoToken)}" alt="">`
    : html`<span class="mark" aria-hidden="true">${[...sender][0] ?? ""}</span>`;
  return html`<header class="from">${mark}<span>${sender}</span></header>`;
}
