import { expect, it } from "vitest";
import { choiceAfterPick, tabShown, tabsFor } from "./inspector-tabs";

it("offers what is picked, the narrowest first, and always the day", () => {
  expect(tabsFor({ stops: 0, hasRoute: false })).toEqual(["day"]);
  expect(tabsFor({ stops: 0, hasRoute: true })).toEqual(["route", "day"]);
  expect(tabsFor({ stops: 2, hasRoute: false })).toEqual(["stop", "day"]);
  expect(tabsFor({ stops: 1, hasRoute: true })).toEqual(["stop", "route", "day"]);
});

it("stands on the narrowest until a person chooses, and keeps the choice while it can", () => {
  const stop = { stops: 1, hasRoute: true };
  expect(tabShown(null, stop)).toBe("stop");
  expect(tabShown("day", stop)).toBe("day");
  expect(tabShown("route", { stops: 1, hasRoute: false })).toBe("stop");
  expect(choiceAfterPick("route")).toBe("route");
  expect(choiceAfterPick("day")).toBeNull();
});
