import "server-only";
import { html } from "hono/html";
import type { Language } from "@/server/domain/preference/preferences";
import { actWordsOf } from "@/server/domain/tracking/act-words";
import { CUSTOMER_ACTS, type CustomerAct } from "@/server/domain/tracking/customer-act";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import type { SaidSoFar, SeenDoor } from "@/server/services/tracking/read-tracking";
import type { Said } from "./said-cookie";
import type { Markup } from "./track-document";

/**
 * What may be done, each with what was said before, as links: the forms have pages of their own, which hold still. Over
 * it, what has just been done. Nothing of all this: undefined.
 */
export function actList(token: string, { page, said, language }: SeenDoor, last: Said | null): Markup | undefined {
  const words = actWordsOf(language);
  const rows = CUSTOMER_ACTS.flatMap((act) => {
    const value = saidOf(act, said, language);
    const name = html`<span>${words.names[act]}</span>${value && html`<small>${value}</small>`}`;
    if (page.acts[act] === null) return [html`<li><a href="/track/${token}/${act}">${name}</a></li>`];
    return value === "" ? [] : [html`<li>${name}</li>`];
  });
  const done = last?.fault === null ? html`<p class="done" role="status">${words.done[last.act]}</p>` : "";
  if (rows.length === 0 && done === "") return undefined;
  return html`${done}<h2>${words.title}</h2><ul>${rows}</ul>`;
}

function saidOf(act: CustomerAct, { wish, stars }: SaidSoFar, language: Language): string {
  if (act === "instructions") return wish?.instructions ?? "";
  if (act === "safe-place" && wish?.safePlace) {
    return [trackingWords(language).safePlaces[wish.safePlace], wish.safePlaceDetail].filter(Boolean).join(": ");
  }
  return act === "rate" && stars !== null ? actWordsOf(language).stars(stars) : "";
}
