import { expect, it } from "vitest";
import { keepLooks, readKeptLooks } from "./kept-looks";

function store(initial?: string) {
  let text = initial ?? null;
  const store = {
    getItem: () => text,
    setItem: (_: string, next: string) => {
      text = next;
    },
  };
  return () => store;
}

const looks = new Map([
  ["r1", { hueIndex: 3, styleIndex: 1 }],
  ["r2", { hueIndex: 0, styleIndex: 4 }],
]);

it("gives a plan's looks back, and those of no other", () => {
  const kept = store();
  keepLooks(kept, "monday", looks);
  expect(readKeptLooks(kept, "monday")).toEqual(looks);
  expect(readKeptLooks(kept, "tuesday").size).toBe(0);
});

it("forgets the plans looked at longest ago", () => {
  const kept = store();
  for (let day = 0; day < 20; day++) keepLooks(kept, `day-${day}`, looks);
  expect(readKeptLooks(kept, "day-19").size).toBe(2);
  expect(readKeptLooks(kept, "day-2").size).toBe(0);
});

it.each(["", "{", "7", '[["monday",[["r1",{"hueIndex":"red"}]]]]', '[["monday",7]]'])(
  "starts anew after %j",
  (text) => {
    expect(readKeptLooks(store(text), "monday").size).toBe(0);
  },
);

it("lives with a browser that stores nothing", () => {
  const forbidden = () => {
    throw new Error("denied");
  };
  keepLooks(forbidden, "monday", looks);
  expect(readKeptLooks(forbidden, "monday").size).toBe(0);
});
