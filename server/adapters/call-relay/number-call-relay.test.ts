import { expect, test } from "vitest";
import { noCallRelay } from "./no-call-relay";
import { createNumberCallRelay } from "./number-call-relay";

const relay = createNumberCallRelay({ number: "+34900000000", secret: "the operator's own", codeKey: "ours" });

test("a door's code is the same whenever it is asked for, and another with another link, door or key", () => {
  const line = relay.lineFor("link-1", "door-1")!;
  expect(line).toMatchObject({ number: "+34900000000", code: expect.stringMatching(/^\d{8}$/) });
  expect(relay.lineFor("link-1", "door-1")).toEqual(line);
  const other = createNumberCallRelay({ number: "+34900000000", secret: "the operator's own", codeKey: "theirs" });
  for (const found of [
    relay.lineFor("link-1", "door-2"),
    relay.lineFor("link-2", "door-1"),
    other.lineFor("link-1", "door-1"),
  ]) {
    expect(found!.code).not.toBe(line.code);
  }
});

test("a code says which link it may be of, whatever the door", () => {
  for (let door = 0; door < 50; door++) {
    expect(relay.isOf(relay.lineFor("link-1", `door-${door}`)!.code, "link-1")).toBe(true);
  }
  const links = Array.from({ length: 400 }, (_, index) => `link-${index}`);
  const { code } = relay.lineFor("link-7", "door-1")!;
  expect(links.filter((link) => relay.isOf(code, link)).length).toBeLessThan(5);
  expect(relay.isOf(code.slice(0, 4), "link-7")).toBe(false);
});

test("only the operator's secret opens it; without a relay nothing does", () => {
  expect(relay.mayResolve("the operator's own")).toBe(true);
  for (const wrong of ["", "the operator's ow", "the operator's own "]) expect(relay.mayResolve(wrong)).toBe(false);
  expect(noCallRelay.mayResolve("")).toBe(false);
  expect(noCallRelay.lineFor("link-1", "door-1")).toBeNull();
});
