import { describe, expect, test } from "vitest";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { RoadNetwork } from "./road-network";
import type { ValhallaRequest } from "./valhalla-messages";
import { type ValhallaProcess, ValhallaRefusal, ValhallaUnavailable } from "./valhalla-process";
import { createValhallaTravel } from "./valhalla-travel";

const network = (name: string, west: number): RoadNetwork => ({
  name,
  box: [west, 55, west + 1, 56],
  builtAt: "2026-01-01T00:00:00.000Z",
  sourceSha256: "",
  tileDir: "",
});

interface FakeRoads {
  /** No road within reach of these, as `locate` sees it. */
  offRoad?: readonly LatLng[];
  /** On a road that leads nowhere. */
  cutOff?: readonly LatLng[];
  /** Makes every matrix and route that holds it fail. */
  poison?: LatLng;
  /** Lost for good after so many questions. */
  failAfter?: number;
  /** Lost for just this question. */
  crashAt?: number;
}

/** Roads exactly twice as slow as the estimate and one and a half times as long. */
function fakeRoads({ offRoad = [], cutOff = [], poison, failAfter = Infinity, crashAt }: FakeRoads = {}) {
  const asked: ValhallaRequest[] = [];
  const measure = (from: LatLng, to: LatLng) => {
    const leg = estimateLeg(from, to, "van", { duration: 2, distance: 1.5 });
    const lost = from !== to && (cutOff.includes(from) || cutOff.includes(to));
    return lost ? { durationSeconds: -1, distanceMeters: -1 } : leg;
  };
  const answer = (request: ValhallaRequest) => {
    if (request.kind === "locate") return request.positions.map((position) => !offRoad.includes(position));
    if (request.kind === "route") {
      if (poison && request.positions.includes(poison)) throw new ValhallaRefusal("No path could be found");
      return request.positions
        .slice(1)
        .map((to, index) => ({ ...measure(request.positions[index]!, to), shape: "??" }));
    }
    if (poison && request.sources.includes(poison)) throw new ValhallaRefusal("No suitable edges near location");
    const cells = request.sources.flatMap((from) => request.targets.map((to) => measure(from, to)));
    return {
      durationSeconds: Int32Array.from(cells, (cell) => cell.durationSeconds),
      distanceMeters: Int32Array.from(cells, (cell) => cell.distanceMeters),
    };
  };
  const roads = {
    async ask(request: ValhallaRequest) {
      asked.push(request);
      if (asked.length > failAfter || asked.length === crashAt) throw new ValhallaUnavailable("crashed");
      return answer(request);
    },
    close: async () => undefined,
  } as ValhallaProcess;
  return { roads, asked };
}

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
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [], size: 30 });
    expect(matrix.durationSeconds.buffer).toBeInstanceOf(SharedArrayBuffer);
    const leg = estimateLeg(positions[3]!, positions[17]!, "van", { duration: 2, distance: 1.5 });
    expect(matrix.durationSeconds[3 * 30 + 17]).toBe(leg.durationSeconds);
    expect(matrix.distanceMeters[3 * 30 + 17]).toBe(leg.distanceMeters);
  });

  test("estimates what no road reaches at the roads' own pace, and says which", async () => {
    const positions = [...cityPositions(30), elsewhere, ...cityPositions(2, 10.2)];
    const { roads, asked } = fakeRoads({ offRoad: [positions[4]!], cutOff: [positions[7]!] });
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [4, 7, 30] });
    for (const lost of matrix.unreachable) {
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
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    expect(await travel.matrix(positions, "van")).toMatchObject({ source: "roads", unreachable: [11] });
  });

  test("asks once for several deliveries at one door", async () => {
    const [door, other] = cityPositions(2) as [LatLng, LatLng];
    const { roads, asked } = fakeRoads();
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const matrix = await travel.matrix([door, { ...door }, other, { ...door }], "van");
    expect(asked.filter(({ kind }) => kind === "matrix")).toMatchObject([{ sources: [door, other] }]);
    expect(matrix.durationSeconds[1]).toBe(0);
    expect(matrix.durationSeconds[2]).toBe(matrix.durationSeconds[3 * 4 + 2]);
  });

  test("is an estimate, calibrated on a sample, above the limit", async () => {
    const positions = [...cityPositions(90), elsewhere];
    const { roads, asked } = fakeRoads();
    const progress: number[] = [];
    const travel = createValhallaTravel({
      networks: [network("a", 10)],
      maxRoadPositions: 50,
      samplePositions: 20,
      startProcess: () => roads,
    });
    const matrix = await travel.matrix(positions, "van", { onProgress: (fraction) => progress.push(fraction) });
    expect(matrix).toMatchObject({ source: "estimate", unreachable: [90], size: 91 });
    const plain = estimateLeg(positions[0]!, positions[5]!, "van");
    expect(matrix.durationSeconds[5]! / plain.durationSeconds).toBeCloseTo(2, 1);
    expect(asked.flatMap((request) => (request.kind === "matrix" ? request.sources : []))).toHaveLength(20);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  test("is a plain estimate when Valhalla is lost on the way, and somebody is told", async () => {
    const reasons: string[] = [];
    const { roads } = fakeRoads({ failAfter: 1 });
    const travel = createValhallaTravel({
      networks: [network("a", 10)],
      startProcess: () => roads,
      onUnavailable: (reason) => reasons.push(reason),
    });
    expect(await travel.matrix(cityPositions(10), "van")).toMatchObject({ source: "estimate", unreachable: [] });
    expect(reasons).toEqual(["crashed"]);
  });

  test("goes on with a fresh process after one crash", async () => {
    const { roads } = fakeRoads({ crashAt: 2 });
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    expect(await travel.matrix(cityPositions(10), "van")).toMatchObject({ source: "roads", unreachable: [] });
  });

  test("stops between blocks when told to", async () => {
    const { roads, asked } = fakeRoads();
    const controller = new AbortController();
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const onProgress = () => controller.abort(new Error("no longer wanted"));
    const call = travel.matrix(cityPositions(600), "van", { signal: controller.signal, onProgress });
    await expect(call).rejects.toThrow("no longer wanted");
    expect(asked.filter(({ kind }) => kind === "matrix")).toHaveLength(1);
  });

  test("is asked of the network that holds most positions, of none far from all", async () => {
    const started: string[] = [];
    const travel = createValhallaTravel({
      networks: [network("west", 0), network("east", 10)],
      startProcess: ({ name }) => {
        started.push(name);
        return fakeRoads().roads;
      },
    });
    await travel.matrix([...cityPositions(3, 10), ...cityPositions(2, 0)], "van");
    expect(await travel.matrix([elsewhere, { lat: 47.2, lng: 9.5 }], "van")).toMatchObject({ source: "estimate" });
    expect(started).toEqual(["east"]);
  });
});

describe("legs", () => {
  test("come from roads where both ends are on them, else from the estimate", async () => {
    const positions = [...cityPositions(60), elsewhere, ...cityPositions(60, 10.1)];
    const { roads } = fakeRoads({ offRoad: [positions[20]!] });
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
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

  test("a refused leg does not take its neighbours with it", async () => {
    const positions = cityPositions(10);
    const { roads } = fakeRoads({ poison: positions[0]! });
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const sources = (await travel.legs(positions, "van")).map(({ source }) => source);
    expect(sources).toEqual(["estimate", ...Array(8).fill("roads")]);
  });

  test("keep what roads had said when Valhalla is lost on the way; none for one position", async () => {
    const { roads } = fakeRoads({ failAfter: 2 });
    const travel = createValhallaTravel({ networks: [network("a", 10)], startProcess: () => roads });
    const sources = (await travel.legs(cityPositions(80), "van")).map(({ source }) => source);
    expect(sources).toEqual([...Array(50).fill("roads"), ...Array(29).fill("estimate")]);
    expect(await travel.legs(cityPositions(1), "van")).toEqual([]);
  });
});
