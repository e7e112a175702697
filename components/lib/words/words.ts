import type { GetICUArgs } from "@schummar/icu-type-parser";
import format, { type CompiledMessage } from "icu-minify/format";
import { createElement, Fragment, type ReactNode } from "react";
import { dateFormat, numberFormat, pluralRule } from "@/components/lib/intl-formatters";
import type { English, Namespace } from "@/components/messages/catalogue";
import type { DayClock } from "@/server/domain/time/plain-clock";
import { createFormats, type Formats } from "./formats";
import type { Reader } from "./reader";

/** Numbers stand in a text as `{n, plural, …}` or `{n, number}`; a plain `{x}` takes text, formatted by `t.format`. */
type IcuTypes = { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date };
type Intersected<Text> = (Text extends string ? (values: GetICUArgs<Text, IcuTypes>) => void : never) extends (
  values: infer Values,
) => void
  ? Values
  : never;
type ValuesOf<Text> = Record<never, never> extends Intersected<Text> ? [] : [values: Intersected<Text>];

type TagNames<Text> = Text extends `${string}</${infer Tag}>${infer Rest}` ? Tag | TagNames<Rest> : never;
type Tags<Text> = { readonly [Tag in TagNames<Text>]: (content: ReactNode) => ReactNode };

/**
 * The texts of one area in the reader's language: `t("saved")`, `t("orders", { count: 3 })`. A key that is not there or
 * a value that is missing fails to compile. `t.format` says numbers, times and distances as this reader likes them.
 */
export interface Words<N extends Namespace> {
  <Key extends keyof English[N] & string>(key: Key, ...values: ValuesOf<English[N][Key]>): string;
  /** For texts with `<tags>`: each tag is what its function makes of the words inside. */
  rich<Key extends keyof English[N] & string>(
    key: Key,
    values: Intersected<English[N][Key]> & Tags<English[N][Key]>,
  ): ReactNode;
  readonly format: Formats;
}

const formatters = {
  getNumberFormat: (locale: unknown, options?: Intl.NumberFormatOptions) => numberFormat(locale as string, options),
  getDateTimeFormat: (locale: unknown, options?: Intl.DateTimeFormatOptions) => dateFormat(locale as string, options),
  getPluralRules: (locale: unknown, options?: Intl.PluralRulesOptions) => pluralRule(locale as string, options),
} as Parameters<typeof format>[3]["formatters"];

/** An area's translator from its parsed texts; `day`: whose elapsed seconds `t.format.time` is given. Throws, when called, for a key that is not among them. */
export function createWords<N extends Namespace>(
  namespace: N,
  messages: Readonly<Record<string, CompiledMessage>>,
  reader: Reader,
  day?: DayClock,
): Words<N> {
  const say = (key: string, values?: Parameters<typeof format<ReactNode>>[2]) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`no text "${key}" in "${namespace}"`);
    return format<ReactNode>(message, reader.locale, values, { formatters });
  };
  const t = (key: string, values?: Record<string, string | number | Date>) => say(key, values) as string;
  const rich = (key: string, values: Parameters<typeof say>[1]) => asChildren(say(key, values));
  return Object.assign(t, { rich, format: createFormats(reader, day) }) as unknown as Words<N>;
}

/** Parts of a sentence never change places: as children of their own they need no keys. */
function asChildren(parts: ReactNode): ReactNode {
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
}
