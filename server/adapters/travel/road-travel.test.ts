import { describe, expect, test } from "vitest";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { RoadEngine } from "./road-engine";
import { createRoadTravel, type RoadTravelOptions } from "./road-travel";
import { fakeRoads, sourceOf } from "./testing/fake-roads";

/** Remembers nothing. */
const NO_STORE = { find: async () => undefined, save: async () => {} };

const travelOn = (roads: RoadEngine, options: Partial<RoadTravelOptions> = {}) =>
  createRoadTravel({ sources: [sourceOf(roads)], store: NO_STORE, ...options });

function cityPositions(count: number, west = 10): LatLng[] {
  return Array.from({ length: count }, (_, index) => ({
    lat: 55.3 + ((index * 37) % 100) * 0.002,
    lng: west + 0.3 + ((index * 61) % 90) * 0.003,
  }));
}

const elsewhere: LatLng = { lat: 47.1, lng: 9.5 };

describe("matrix", () => {
  test("holds the roads' own figures", async () => {
    const { roads } = fakeRoads();
    const positions = cityPositions(30);
    const travel = travelOn(roads);
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [], size: 30 });
    expect(matrix.durationSeconds.buffer).toBeInstanceOf(SharedArrayBuffer);
    const leg = estimateLeg(positions[3]!, positions[17]!, "van", { duration: 2, distance: 1.5 });
    expect(matrix.durationSeconds[3 * 30 + 17]).toBe(leg.durationSeconds);
    expect(matrix.distanceMeters[3 * 30 + 17]).toBe(leg.distanceMeters);
  });

  test("estimates what no road reaches at the roads' own pace and says which; what lies outside is only estimated", async () => {
    const positions = [...cityPositions(30), elsewhere, ...cityPositions(2, 10.2)];
    const { roads, asked } = fakeRoads({ offRoad: [positions[4]!], cutOff: [positions[7]!] });
    const travel = travelOn(roads);
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [4, 7] });
    for (const lost of [4, 7, 30]) {
      const straight = distanceMeters(positions[0]!, positions[lost]!);
      expect(matrix.distanceMeters[lost]! / straight).toBeCloseTo(1.4 * 1.5, 1);
      expect(matrix.durationSeconds[lost * matrix.size]).toBeGreaterThan(0);
    }
    const sources = asked.flatMap((request) => (request.kind === "matrix" ? request.sources : []));
    expect(sources).not.toContain(elsewhere);
  });

  test("one position that makes every call fail costs only itself", async () => {
    const positions = cityPositions(40);
    const { roads } = fakeRoads({ poison: positions[11]! });
    const travel = travelOn(roads);
    expect(await travel.matrix(positions, "van")).toMatchObject({ source: "roads", unreachable: [11] });
  });

  test("asks once for several deliveries at one door", async () => {
    const [door, other] = cityPositions(2) as [LatLng, LatLng];
    const { roads, asked } = fakeRoads();
    const travel = travelOn(roads);
    const matrix = await travel.matrix([door, { ...door }, other, { ...door }], "van");
    expect(asked.filter(({ kind }) => kind === "matrix")).toMatchObject([{ sources: [door, other] }]);
    expect(matrix.durationSeconds[1]).toBe(0);
    expect(matrix.durationSeconds[2]).toBe(matrix.durationSeconds[3 * 4 + 2]);
  });

  test("is an estimate, calibrated on a sample, above the limit", async () => {
    const positions = [...cityPositions(90), elsewhere];
    const { roads, asked } = fakeRoads({ offRoad: [positions[3]!] });
    const progress: number[] = [];
    const travel = travelOn(roads, { sources: [sourceOf(roads, { maxDoors: 50 })], sampleDoors: 20 });
    const matrix = await travel.matrix(positions, "van", { onProgress: (fraction) => progress.push(fraction) });
    expect(matrix).toMatchObject({ source: "estimate", unreachable: [3], size: 91 });
    const plain = estimateLeg(positions[0]!, positions[5]!, "van");
    expect(matrix.durationSeconds[5]! / plain.durationSeconds).toBeCloseTo(2, 1);
    expect(asked.flatMap((request) => (request.kind === "matrix" ? request.sources : []))).toHaveLength(20);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  test("is a plain estimate when Valhalla is lost on the way, and somebody is told", async () => {
    const reasons: string[] = [];
    const { roads } = fakeRoads({ failAfter: 1 });
    const travel = travelOn(roads, { onUnavailable: (reason) => reasons.push(reason) });
    expect(await travel.matrix(cityPositions(10), "van")).toMatchObject({
      source: "estimate",
      unreachable: [],
      roadsFailure: "crashed",
    });
    expect(reasons).toEqual(["crashed"]);
  });

  test("goes on with a fresh process after one crash", async () => {
    const { roads } = fakeRoads({ crashAt: 2 });
    const travel = travelOn(roads);
    expect(await travel.matrix(cityPositions(10), "van")).toMatchObject({ source: "roads", unreachable: [] });
  });

  test("stops between blocks when told to", async () => {
    const { roads, asked } = fakeRoads();
    const controller = new AbortController();
    const travel = travelOn(roads);
    const onProgress = () => controller.abort(new Error("no longer wanted"));
    const call = travel.matrix(cityPositions(600), "van", { signal: controller.signal, onProgress });
    await expect(call).rejects.toThrow("no longer wanted");
    expect(asked.filter(({ kind }) => kind === "matrix")).toHaveLength(1);
  });

  test("is asked of the network that holds most positions, of none far from all", async () => {
    const started: string[] = [];
    const network = (name: string, west: number) =>
      sourceOf(fakeRoads().roads, {
        west,
        open: () => {
          started.push(name);
          return fakeRoads().roads;
        },
      });
    const travel = createRoadTravel({ sources: [network("west", 0), network("east", 10)], store: NO_STORE });
    await travel.matrix([...cityPositions(3, 10), ...cityPositions(2, 0)], "van");
    expect(await travel.matrix([elsewhere, { lat: 47.2, lng: 9.5 }], "van")).toMatchObject({ source: "estimate" });
    expect(new Set(started)).toEqual(new Set(["east"]));
  });

  test("is asked in blocks as large as the roads allow, and smaller ones when they turn out to allow less", async () => {
    const positions = cityPositions(45);
    const whole = await travelOn(fakeRoads().roads).matrix(positions, "van");
    for (const mostPairs of [Infinity, 60]) {
      const limits = { pairsPerMatrix: 200, positionsPerSide: 15, positionsPerLocate: 20, callsAtOnce: 3 };
      const { roads, asked } = fakeRoads({ limits, mostPairs });
      const progress: number[] = [];
      const matrix = await travelOn(roads).matrix(positions, "van", { onProgress: (share) => progress.push(share) });
      expect(matrix.durationSeconds).toEqual(whole.durationSeconds);
      expect(matrix.distanceMeters).toEqual(whole.distanceMeters);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(progress.at(-1)).toBe(1);
      for (const request of asked) {
        if (request.kind === "locate") expect(request.positions.length).toBeLessThanOrEqual(20);
        else if (request.kind === "matrix") {
          expect(request.sources.length * request.targets.length).toBeLessThanOrEqual(200);
          expect(Math.max(request.sources.length, request.targets.length)).toBeLessThanOrEqual(15);
        }
      }
    }
  });

  test("never takes one way for the way back", async () => {
    const positions = cityPositions(20);
    const { roads } = fakeRoads({ twist: (seconds, from, to) => (to.lat > from.lat ? 2 * seconds : seconds) });
    const { durationSeconds, size } = await travelOn(roads).matrix(positions, "van");
    const [south, north] = positions[1]!.lat < positions[2]!.lat ? [1, 2] : [2, 1];
    expect(durationSeconds[south * size + north]).toBe(2 * durationSeconds[north * size + south]!);
  });

  test("a few doors on an island of their own are cut off, though there are ways between them", async () => {
    const positions = cityPositions(20);
    const island = [positions[3]!, positions[4]!];
    const { roads } = fakeRoads({
      twist: (seconds, from, to) => (island.includes(from) === island.includes(to) ? seconds : -1),
    });
    expect(await travelOn(roads).matrix(positions, "van")).toMatchObject({ unreachable: [3, 4] });
  });

  test("when the answer is wanted now, what is known stays and the rest is estimated; nothing counts as cut off", async () => {
    const positions = cityPositions(600);
    const { roads, asked } = fakeRoads();
    const enough = new AbortController();
    const onProgress = () => enough.abort();
    const matrix = await travelOn(roads).matrix(positions, "van", { enough: enough.signal, onProgress });
    expect(matrix).toMatchObject({ source: "roads", unreachable: [] });
    expect(asked.filter(({ kind }) => kind === "matrix")).toHaveLength(1);
    const measured = estimateLeg(positions[0]!, positions[1]!, "van", { duration: 2, distance: 1.5 });
    expect(matrix.durationSeconds[1]).toBe(measured.durationSeconds);
    expect(matrix.durationSeconds[599 * 600]).toBeGreaterThan(0);
  });

  test("where the first roads are away the next ones are asked, and only what is known of traffic is left at last", async () => {
    const positions = cityPositions(8);
    const away = sourceOf(fakeRoads({ failAfter: 0 }).roads, { name: "server", box: undefined });
    const here = sourceOf(fakeRoads().roads);
    const both = createRoadTravel({ sources: [away, here], store: NO_STORE });
    expect(await both.matrix(positions, "van")).toMatchObject({ source: "roads" });
    const none = createRoadTravel({ sources: [away], store: NO_STORE });
    const calibration = { duration: 3, distance: 1 };
    const estimate = await none.matrix(positions, "van", { calibration });
    expect(estimate).toMatchObject({ source: "estimate", roadsFailure: "crashed" });
    const leg = estimateLeg(positions[0]!, positions[1]!, "van", calibration);
    expect(estimate.durationSeconds[1]).toBeCloseTo(leg.durationSeconds, -1);
  });

  test("lost when most is measured, the roads leave what they said, and the rest is estimated at their pace", async () => {
    const positions = cityPositions(600);
    for (const [failAfter, expected] of [
      [6, { source: "roads", roadsFailure: "crashed" }],
      [3, { source: "estimate", roadsFailure: "crashed" }],
    ] as const) {
      const matrix = await travelOn(fakeRoads({ failAfter }).roads).matrix(positions, "van");
      expect(matrix).toMatchObject({ ...expected, unreachable: [] });
      const plain = estimateLeg(positions[599]!, positions[0]!, "van");
      const pace = matrix.durationSeconds[599 * 600]! / plain.durationSeconds;
      expect(pace).toBeCloseTo(expected.source === "roads" ? 2 : 1, 1);
    }
  });

  test("roads that do not know the profile are not asked", async () => {
    const { roads, asked } = fakeRoads();
    const travel = travelOn(roads, { sources: [sourceOf(roads, { profiles: new Set(["van"]) })] });
    expect(await travel.matrix(cityPositions(5), "bike")).toMatchObject({ source: "estimate" });
    expect(asked).toEqual([]);
  });
});

describe("legs", () => {
  test("come from roads where both ends are on them, else from the estimate", async () => {
    const positions = [...cityPositions(60), elsewhere, ...cityPositions(60, 10.1)];
    const { roads } = fakeRoads({ offRoad: [positions[20]!] });
    const travel = travelOn(roads);
    const legs = await travel.legs(positions, "van");
    expect(legs).toHaveLength(120);
    const estimated = legs.flatMap(({ source }, index) => (source === "estimate" ? [index] : []));
    expect(estimated).toEqual([19, 20, 59, 60]);
    legs.forEach((leg, index) => {
      const plain = estimateLeg(positions[index]!, positions[index + 1]!, "van");
      expect(leg.durationSeconds / plain.durationSeconds).toBeCloseTo(2, 1);
      expect(leg.shape).toBe(leg.source === "roads" ? "??" : undefined);
    });
  });

  test("are asked of the next roads where the first are away", async () => {
    const away = sourceOf(fakeRoads({ failAfter: 0 }).roads, { name: "server", box: undefined });
    const here = sourceOf(fakeRoads().roads);
    const travel = createRoadTravel({ sources: [away, here], store: NO_STORE });
    const failures: string[] = [];
    const onRoadsFailure = (reason: string) => void failures.push(reason);
    const legs = await travel.legs(cityPositions(4), "van", { onRoadsFailure });
    expect(legs.map(({ source }) => source)).toEqual(["roads", "roads", "roads"]);
    expect(failures).toHaveLength(1);
  });

  test("a refused leg does not take its neighbours with it", async () => {
    const positions = cityPositions(10);
    const { roads } = fakeRoads({ poison: positions[0]! });
    const travel = travelOn(roads);
    const sources = (await travel.legs(positions, "van")).map(({ source }) => source);
    expect(sources).toEqual(["estimate", ...Array(8).fill("roads")]);
  });

  test("are asked at once of roads that say no by themselves, and place by place only then", async () => {
    const positions = cityPositions(60);
    const all = fakeRoads({ limits: { refusesOffRoad: true } });
    await travelOn(all.roads).legs(positions, "van");
    expect(all.asked.map(({ kind }) => kind)).toEqual(["route", "route"]);
    const some = fakeRoads({ limits: { refusesOffRoad: true }, offRoad: [positions[20]!], poison: positions[20]! });
    const legs = await travelOn(some.roads).legs(positions, "van");
    expect(legs.flatMap(({ source }, index) => (source === "estimate" ? [index] : []))).toEqual([19, 20]);
    expect(some.asked.map(({ kind }) => kind)).toEqual(["route", "locate", "route", "route", "route"]);
  });

  test("keep what roads had said when Valhalla is lost on the way; none for one position", async () => {
    const { roads } = fakeRoads({ failAfter: 2 });
    const travel = travelOn(roads);
    const sources = (await travel.legs(cityPositions(80), "van")).map(({ source }) => source);
    expect(sources).toEqual([...Array(50).fill("roads"), ...Array(29).fill("estimate")]);
    expect(await travel.legs(cityPositions(1), "van")).toEqual([]);
  });
});
