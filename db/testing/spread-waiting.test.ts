import { expect, test } from "vitest";
import { spread } from "@/scripts/spread-waiting.mjs";

const many = Array.from({ length: 20 }, (_, index) => index);

test("files that wait begin early, apart from each other, and none is lost", () => {
  const order = spread(["a", "b"], many);
  expect(order.indexOf("a")).toBe(0);
  expect(order.indexOf("b")).toBe(8);
  expect(order.filter((each) => typeof each === "number")).toEqual(many);
  expect(spread(["a", "b", "c"], [1])).toEqual(["a", 1, "b", "c"]);
  expect(spread([], many)).toEqual(many);
  expect(spread(["a"], [])).toEqual(["a"]);
});
