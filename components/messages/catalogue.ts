import type { english } from "./en/catalogue";

/** All texts, as written in English: the type every other language and every use is checked against. */
export type English = typeof english;

/** The texts of one area of the desk. */
export type Namespace = keyof English;

/** Another language's texts for an area: exactly the English keys. */
export type Translation<Texts> = { readonly [Key in keyof Texts]: string };

/** A whole other language. */
export type TranslatedCatalogue = { readonly [N in Namespace]: Translation<English[N]> };
