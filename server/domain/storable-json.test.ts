import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeUnstorable, storableText, storableValue } from "./storable-json";

test("NUL is dropped, half a pair replaced, of texts and of names; whole pairs and escapes stay", () => {
  const json = String.raw`{"a\u0000b":["\ud800x","\ud83d\ude9a","\\u0000"],"__proto__":{"\u0000":1}}`;
  expect(mayBeUnstorable(json)).toBe(true);
  const clean = JSON.parse(json, storableValue);
  expect(Object.entries(clean)).toEqual([
    ["ab", ["\ufffdx", "🚚", "\\u0000"]],
    ["__proto__", { "": 1 }],
  ]);
  expect(storableText("a\0b\ud800c")).toBe("ab\ufffdc");
});

const text = fc.string({
  unit: fc.constantFrom("\0", "\ud800", "\udc00", "🚚", "\\", "\\u0000", "ud800", '"', "a"),
  maxLength: 6,
});

test("whatever is not suspect is storable as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(text, text, { maxKeys: 3 }), { maxLength: 3 }), (value) => {
      const json = JSON.stringify(value);
      if (!mayBeUnstorable(json)) expect(JSON.stringify(value, storableValue)).toBe(json);
      expect(JSON.stringify(JSON.parse(json, storableValue))).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
    }),
  );
});
