import { expect, test } from "vitest";
import { findLink } from "./find-link";

test.each([
  ["Open http://localhost:3000/run/aB_-9 now", "http://localhost:3000/run/aB_-9"],
  ["Your route: https://dray.example/run/abc.", "https://dray.example/run/abc"],
  ["(see https://dray.example/run/abc)", "https://dray.example/run/abc"],
  ["first https://a.example/1\nthen https://b.example/2", "https://a.example/1"],
])("%s", (text, link) => {
  expect(findLink(text)).toBe(link);
});

test("a text without an address has no link", () => {
  expect(findLink("Call the depot at 08:00.")).toBeNull();
});
