import "server-only";
import { html } from "hono/html";
import type { Language } from "@/server/domain/preference/preferences";
import { actWordsOf } from "@/server/domain/tracking/act-words";
import type { ActRefusal, CustomerAct } from "@/server/domain/tracking/customer-act";
import type { SeenBrand } from "@/server/services/tracking/read-tracking";
import { actFields, type FormFacts } from "./act-forms";
import type { Said } from "./said-cookie";
import { brandHeader, type Markup, trackDocument } from "./track-document";

interface ActPage extends FormFacts {
  readonly brand: SeenBrand;
  readonly refusal: ActRefusal | null;
}

interface FormOf {
  readonly token: string;
  readonly act: CustomerAct;
  readonly seal: string;
  /** How the last try ended; null: there was none. */
  readonly last: Said | null;
}

/** One act's own page: it does not refresh itself, so that nothing typed is lost. */
export function actPage(page: ActPage, { token, act, seal, last }: FormOf): Markup {
  const { language } = page.reader;
  const words = actWordsOf(language);
  const fields = page.refusal === null ? actFields(act, page, last?.fault ? last.fields : null) : null;
  const fault = page.refusal ?? last?.fault ?? null;
  const warning = fault && html`<p class="refused" role="alert">${words.faults[fault]}</p>`;
  const form = html`<p class="about">${words.about[act]}</p>
${warning}
<form method="post" action="/track/${token}/${act}">
<input type="hidden" name="seal" value="${seal}">
${fields}
<button>${words.send[act]}</button>
</form>`;
  const nothing = page.refusal === null ? html`${warning}<p>${words.noSlots}</p>` : warning;
  return withinActs(language, page.brand, words.names[act], token, fields ? form : nothing);
}

/** The proof itself, for whoever has shown who he is. */
export function proofPage(page: ActPage & Pictures, token: string): Markup {
  const { language } = page.reader;
  const words = actWordsOf(language);
  const figures = page.pictures.map(({ kind }, index) => {
    const address = `/track/${token}/proof/${index + 1}`;
    return html`<figure><img src="${address}" alt="${words.pictures[kind]} ${index + 1}">
<figcaption>${words.pictures[kind]} <a href="${address}?save">${words.download}</a></figcaption></figure>`;
  });
  return withinActs(language, page.brand, words.done.proof, token, figures);
}

interface Pictures {
  readonly pictures: readonly { readonly kind: "photo" | "signature" }[];
}

function withinActs(
  language: Language,
  brand: SeenBrand,
  heading: string,
  token: string,
  body: Markup | readonly Markup[] | "" | null,
): Markup {
  return trackDocument(
    { language, brand },
    html`<main>
${brandHeader(brand)}
<div class="card act"><h1>${heading}</h1>
${body}
</div>
<footer><p><a href="/track/${token}">${actWordsOf(language).back}</a></p></footer>
</main>`,
  );
}
