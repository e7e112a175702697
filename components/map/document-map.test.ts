import { expect, test } from "vitest";
import { mustReload } from "./document-map";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const A = "https://a.example";
const B = "https://b.example";

test("a page is loaded anew for servers its policy does not name, and not again where that did not help", () => {
  const here = memory();
  expect(mustReload([A, B], [A], here)).toBe(true);
  expect(mustReload([A, B], [A], here)).toBe(false);
  expect(mustReload([A, B], [], here)).toBe(true);
});

test("where it helped, the next page that lacks them is loaded anew as well", () => {
  const here = memory();
  expect(mustReload([A, B], [A], here)).toBe(true);
  expect(mustReload([A, B], [B, A], here)).toBe(false);
  expect(mustReload([A, B], [A], here)).toBe(true);
});
