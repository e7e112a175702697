import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const RUN = ["scripts/run-ts.mjs", "server/main/solve.ts"];
const folder = mkdtempSync(path.join(tmpdir(), "dray-solve-"));
afterAll(() => rmSync(folder, { recursive: true }));

function solve(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...RUN, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const solomon = fileOf(
  "tiny.txt",
  `TINY
VEHICLE
NUMBER CAPACITY
2 10
CUSTOMER
CUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME
0 0 0 0 0 100 0
1 1 1 6 0 15 10
2 2 2 4 20 60 10
`,
);
const van = { id: "van", start: 0, shift: { from: "08:00", to: "16:00" } };
const profiles = [
  {
    id: "road",
    durationSeconds: [
      [0, 60],
      [70, 0],
    ],
  },
];
const dray = fileOf("day.json", JSON.stringify({ profiles, vehicles: [van], visits: [{ id: "anna", location: 1 }] }));
const budget = ["--iterations", "50", "--threads", "1"];

describe("npm run solve", () => {
  it("prints one line of JSON, distances by the convention of the objective", async () => {
    const [fleet, distance] = await Promise.all(
      ["fleet", "distance"].map((objective) =>
        solve(solomon, "--format", "solomon", ...budget, "--json", "--objective", objective),
      ),
    );
    const { seconds, cpuSeconds, peakMegabytes, ...answer } = JSON.parse(fleet!.out);
    expect(answer).toEqual({
      format: "solomon",
      objective: "fleet",
      seed: 1,
      vehicles: 1,
      distance: 2 * Math.SQRT2 * 2,
      duration: expect.closeTo(20 + 4 * Math.SQRT2, 9),
      unassigned: [],
      iterations: expect.any(Number),
      stopReason: "iterations",
      routes: [[1, 2]],
    });
    for (const figure of [seconds, cpuSeconds, peakMegabytes]) expect(figure).toBeGreaterThan(0);
    expect(JSON.parse(distance!.out).distance).toBe(1.4 + 1.4 + 2.8);
  });

  it("prints a summary, and writes the routes to a file", async () => {
    const solution = path.join(folder, "tiny.sol");
    const { code, out } = await solve(solomon, "--format", "solomon", ...budget, "--solution", solution);
    expect(code).toBe(0);
    expect(out).toMatch(/^tiny\.txt: 1 vehicles, distance 5\.66, duration 25\.66$/m);
    expect(readFileSync(solution, "utf8")).toMatch(/^Route #1: 1 2\nCost 5\.65\d+\n$/);
  });

  it("answers a file of one's own with stops and times", async () => {
    const { out } = await solve(dray, ...budget, "--json");
    const [route] = JSON.parse(out).routes;
    expect(route).toMatchObject({ vehicle: "van", departureSeconds: 28_800 });
    expect(route.stops).toMatchObject([{ kind: "visit", id: "anna", arrivalSeconds: 28_860 }]);
  });

  it("prints the schema, and help", async () => {
    const [schema, help] = await Promise.all([solve("--schema"), solve("--help")]);
    expect(JSON.parse(schema!.out).properties).toHaveProperty("visits");
    expect(help!.out).toMatch(/^Usage: npm run solve/);
  });

  it.each<[string, string[], RegExp]>([
    [
      "a missing file",
      [path.join(folder, "none.txt"), "--format", "solomon"],
      /^solve: cannot read .*none\.txt: there is no/,
    ],
    ["an unknown option", [solomon, "--format", "solomon", "--fast"], /^solve: Unknown option '--fast'/],
    ["another format", [solomon, "--format", "cvrplib"], /^solve: line 1: "TINY" is neither/],
    [
      "no vehicle",
      [fileOf("no.json", '{"vehicles":[],"visits":[]}')],
      /^solve: vehicles is a list of 0; give a list of at least 1/,
    ],
  ])("ends with 2 and one line: %s", async (_what, args, line) => {
    const { code, out, err } = await solve(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("names every fault of a file of one's own, a line each", async () => {
    const visits = [{ id: "anna", location: 7, serviceSeconds: -1 }];
    const { code, err } = await solve(fileOf("bad.json", JSON.stringify({ profiles, vehicles: [van], visits })));
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toEqual([
      "solve: visits[0].serviceSeconds is -1; give at least 0 [out-of-range]",
      "solve: visits[0].location is row 7 of 2; rows are counted from 0 [unknown-location]",
    ]);
  });
});
