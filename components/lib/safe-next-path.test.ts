import fc from "fast-check";
import { expect, it } from "vitest";
import { safeNextPath } from "@/components/lib/safe-next-path";

it("follows paths of this site, with query and fragment", () => {
  expect(safeNextPath("/orders?state=new#row-7")).toBe("/orders?state=new#row-7");
  expect(safeNextPath("/plan/2026-03-09")).toBe("/plan/2026-03-09");
});

it.each([
  undefined,
  "",
  ["/a", "/b"],
  "https://evil.example/plan",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "plan",
  "/sign-in?next=/plan",
  "/api/auth/sign-out",
])("does not follow %j", (next) => {
  expect(safeNextPath(next)).toBe("/plan");
});

it("never leaves the site, whatever it is given", () => {
  const parts = fc.constantFrom("/", "\\", "..", ".", "evil.example", "http:", "@", "%2f", "\t", "?", "#", ":", "a");
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
      const home = "https://dray.example";
      const target = new URL(safeNextPath(`/${pieces.join("")}`), home);
      expect(target.origin).toBe(home);
    }),
  );
});
