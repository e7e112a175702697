import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Language } from "@/server/domain/preference/preferences";
import type { Namespace, TranslatedCatalogue } from "./catalogue";
import { english } from "./en/catalogue";
import { spanish } from "./es/catalogue";

/** Texts of some areas, parsed: what browsers get, who then need no parser. */
export type CompiledMessages = { readonly [N in Namespace]?: Readonly<Record<string, CompiledMessage>> };

const CATALOGUES: Readonly<Record<Language, TranslatedCatalogue>> = { en: english, es: spanish };
const compiled = new Map<string, Readonly<Record<string, CompiledMessage>>>();

/** The areas' texts in a language, parsed once. Never imported by what runs in browsers. Throws on malformed ICU. */
export function compileMessages(language: Language, namespaces: readonly Namespace[]): CompiledMessages {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, compileNamespace(language, namespace)]));
}

function compileNamespace(language: Language, namespace: Namespace) {
  const key = `${language}/${namespace}`;
  const known = compiled.get(key);
  if (known) return known;
  const texts: Readonly<Record<string, string>> = CATALOGUES[language][namespace];
  const made = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, plain(compile(text))]));
  compiled.set(key, made);
  return made;
}

/** The parser's objects have no prototype, and React sends only plain ones to browsers. */
function plain(message: CompiledMessage): CompiledMessage {
  return JSON.parse(JSON.stringify(message)) as CompiledMessage;
}
