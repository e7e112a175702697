import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { describe, expect, test } from "vitest";
import type { TranslatedCatalogue } from "./catalogue";
import { english } from "./en/catalogue";
import { spanish } from "./es/catalogue";
import { SAME_IN_SPANISH } from "./es/same-in-spanish";

const LANGUAGES: readonly [string, TranslatedCatalogue, ReadonlySet<string>][] = [
  ["Spanish", spanish, new Set(SAME_IN_SPANISH)],
];

/** "orders.title" → its text. */
function textsOf(catalogue: TranslatedCatalogue): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([namespace, texts]) =>
      Object.entries(texts as Record<string, string>).map(([key, text]) => [`${namespace}.${key}`, text] as const),
    ),
  );
}

/** By the parser's numbers for kinds of arguments. */
const KIND_ASKED = ["", "select", "number", "number", "number", "date", "date"];
const SELECT = 1;

/** What a text asks for: "count:number", "name", "b:tag", "kind:select(drop,pickup)". */
function argumentsOf(message: CompiledMessage): string[] {
  const found = new Set<string>();
  const visitList = (nodes: unknown): void => {
    if (Array.isArray(nodes)) nodes.forEach(visit);
  };
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, kind, options] = node as [string, unknown, unknown];
    if (kind === undefined) found.add(name);
    else if (typeof kind !== "number" || kind === 0) {
      found.add(`${name}:tag`);
      visitList(node.slice(1));
    } else {
      const cases = options && typeof options === "object" ? options : {};
      // Where one language needs a plural another only writes the number: both take a number.
      const what = kind === SELECT ? `select(${Object.keys(cases).sort()})` : KIND_ASKED[kind];
      found.add(`${name}:${what}`);
      Object.values(cases).forEach(visitList);
    }
  };
  visitList(message);
  return [...found].sort();
}

test("what a text asks for is read right", () => {
  const text = "a {n, plural, one {{k} <b>y {z}</b>} other {#}} {s, select, p {<i>q</i>} other {}} {m, number}";
  const wanted = ["b:tag", "i:tag", "k", "m:number", "n:number", "s:select(other,p)", "z"];
  expect(argumentsOf(compile(text))).toEqual(wanted);
});

describe.each(LANGUAGES)("%s", (_name, catalogue, same) => {
  const [original, translated] = [textsOf(english), textsOf(catalogue)];

  test("has a text for every English one, and no other", () => {
    expect(original.size).toBeGreaterThan(30);
    expect([...translated.keys()].sort()).toEqual([...original.keys()].sort());
  });

  test("asks for the same values", () => {
    const differing = [...original].flatMap(([key, text]) => {
      const [theirs, ours] = [argumentsOf(compile(text)), argumentsOf(compile(translated.get(key)!))];
      return theirs.join() === ours.join() ? [] : [{ key, theirs, ours }];
    });
    expect(differing).toEqual([]);
  });

  test("is really translated, but for what is named as the same in both", () => {
    const untouched = [...original].filter(([key, text]) => translated.get(key) === text && /\p{L}/u.test(text));
    expect(untouched.map(([key]) => key).sort()).toEqual([...same].sort());
  });
});

test("an apostrophe is set as one: the straight sign is ICU's own", () => {
  const straight = [english, spanish].flatMap((catalogue) =>
    [...textsOf(catalogue)].filter(([, text]) => /\p{L}'\p{L}|\p{L}' /u.test(text)).map(([key]) => key),
  );
  expect(straight).toEqual([]);
});

test("no text is empty or has loose ends", () => {
  for (const catalogue of [english, spanish]) {
    for (const [key, text] of textsOf(catalogue)) expect(text, key).toMatch(/^\S(.*\S)?$/s);
  }
});
