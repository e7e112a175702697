import { expect, test } from "vitest";
import { type DrivenRouteTimes, drivenLegs, type MadeStop } from "./driven-legs";

const MINUTE = 60_000;
const at = (x: number) => ({ lat: 55.6 + x / 100, lng: 12.5 });

/** A stop reached and ended so many minutes into the day. */
function made(visitId: string, x: number, arrived: number | null, ended: number | null, departed?: number): MadeStop {
  const ms = (minute: number | null | undefined) => (minute == null ? null : minute * MINUTE);
  return { visitId, position: at(x), departedAtMs: ms(departed), arrivedAtMs: ms(arrived), endedAtMs: ms(ended) };
}

const legsOf = (stops: readonly MadeStop[], over: Partial<DrivenRouteTimes> = {}) =>
  drivenLegs({ routeId: "r", start: at(0), startedAtMs: 0, breaks: [], stops, ...over }).map(
    ({ key, drivenSeconds }) => `${key} ${drivenSeconds / 60}`,
  );

test("from the depot to the first, from each door to the next, in the order in which they were made", () => {
  const stops = [made("b", 2, 30, 34), made("a", 1, 10, 15)];
  expect(legsOf(stops)).toEqual(["r:a 10", "r:b 15"]);
  const [first, second] = drivenLegs({ routeId: "r", start: at(0), startedAtMs: 0, breaks: [], stops });
  expect(first).toMatchObject({ from: at(0), to: at(1), drivenAt: new Date(10 * MINUTE) });
  expect(second).toMatchObject({ from: at(1), to: at(2) });
});

test("a way begins when its driver set off, where he said so, but not before the last door was done", () => {
  expect(legsOf([made("a", 1, 10, 15, 4), made("b", 2, 30, 34, 20)])).toEqual(["r:a 6", "r:b 10"]);
  expect(legsOf([made("a", 1, 10, 15), made("b", 2, 30, 34, 2)])).toEqual(["r:a 10", "r:b 15"]);
});

test("several parcels at one door are one; the next way begins when the last of them is done", () => {
  const door = [made("a", 1, 10, 18), made("b", 1, 10, 15), made("c", 1, null, 16)];
  expect(legsOf([...door, made("d", 2, 25, 26)])).toEqual(["r:b 10", "r:d 7"]);
});

test("nothing is said of a way on which the van loaded again", () => {
  const stops = [made("a", 1, 10, 15), { ...made("b", 2, 60, 64), loadedFirst: true }, made("c", 3, 70, 72)];
  expect(legsOf(stops)).toEqual(["r:a 10", "r:c 6"]);
});

test("nothing is said of a way with a break, a door nobody knows, or a time nobody noted", () => {
  const stops = [made("a", 1, 10, 15), made("b", 2, 30, 34)];
  expect(legsOf(stops, { breaks: [{ fromMs: 20 * MINUTE, toMs: 25 * MINUTE }] })).toEqual(["r:a 10"]);
  expect(legsOf(stops, { breaks: [{ fromMs: 12 * MINUTE, toMs: 15 * MINUTE }] })).toEqual(["r:a 10", "r:b 15"]);
  expect(legsOf(stops, { breaks: [{ fromMs: 32 * MINUTE, toMs: null }] })).toEqual(["r:a 10", "r:b 15"]);
  expect(legsOf([{ ...stops[0]!, position: null }, stops[1]!, made("c", 3, 40, 41)])).toEqual(["r:c 6"]);
  expect(legsOf(stops, { start: null, startedAtMs: null })).toEqual(["r:b 15"]);
  expect(legsOf([made("a", 1, 10, null), made("b", 2, 30, 34), made("c", 3, null, null)])).toEqual(["r:a 10"]);
  expect(legsOf([made("a", 1, 0, 1), made("b", 2, 60 * 25, 60 * 25 + 1)])).toEqual([]);
});
