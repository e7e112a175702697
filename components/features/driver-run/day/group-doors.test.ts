import { expect, test } from "vitest";
import { completeOf, keptOf, sheetOf, stopOf, taskOf, visitOf } from "../testing/sheet";
import { dayOf } from "./day-of";
import { loadsFirst } from "./group-doors";

const place = { name: "X", street: "Gade 1", town: "1000 By", position: null };
const keys = (...args: Parameters<typeof dayOf>) => dayOf(...args).doors.map(({ stops }) => stops.map((s) => s.number));

test("neighbours at one address are one door, however the address is written", () => {
  const written = { ...place, street: "GADE  1,", name: "Y" };
  const sheet = sheetOf(stopOf("a", { place }), stopOf("b", { place: written }), stopOf("c"), stopOf("d", { place }));
  expect(keys(sheet, [], [])).toEqual([[1, 2], [3], [4]]);
});

test("stops without a street, of another kind, or with other tasks stay apart", () => {
  const nowhere = { ...place, street: "" };
  expect(keys(sheetOf(stopOf("a", { place: nowhere }), stopOf("b", { place: nowhere })), [], [])).toEqual([[1], [2]]);
  expect(keys(sheetOf(stopOf("a", { place }), stopOf("b", { place, role: "pickup" })), [], [])).toEqual([[1], [2]]);
  const photo = [taskOf("photo")];
  expect(keys(sheetOf(stopOf("a", { place, tasks: photo }), stopOf("b", { place })), [], [])).toEqual([[1], [2]]);
  const both = sheetOf(stopOf("a", { place, tasks: photo }), stopOf("b", { place, tasks: [...photo] }));
  expect(keys(both, [], [])).toEqual([[1, 2]]);
});

test("a PIN is one recipient's own", () => {
  const tasks = [taskOf("pin")];
  expect(keys(sheetOf(stopOf("a", { place, tasks }), stopOf("b", { place, tasks })), [], [])).toEqual([[1], [2]]);
});

test("what was reported on its own leaves the door, what was reported together stays together", () => {
  const sheet = sheetOf(stopOf("a", { place }), stopOf("b", { place }), stopOf("c", { place }));
  expect(keys(sheet, [], [keptOf(1, completeOf("a", "b"))])).toEqual([[1, 2], [3]]);
  expect(dayOf(sheet, [], [keptOf(1, completeOf("a", "b"))]).next?.key).toBe(visitOf("c"));
});

test("who loads in between comes to the same door twice, and loads until he heads for it", () => {
  const reload = { arriveSeconds: 10 * 3600, departSeconds: 10.5 * 3600 };
  const sheet = sheetOf(stopOf("a", { place }), stopOf("b", { place, reload }));
  expect(keys(sheet, [], [])).toEqual([[1], [2]]);
  const first = (...acts: Parameters<typeof dayOf>[2]) => dayOf(sheet, [], acts).doors.map(loadsFirst);
  expect(first()).toEqual([false, true]);
  const started = [keptOf(1, { type: "start-route" }), keptOf(2, completeOf("a"))];
  expect(first(...started)).toEqual([false, true]);
  expect(first(...started, keptOf(3, { type: "depart", visitId: visitOf("b") }))).toEqual([false, false]);
});
