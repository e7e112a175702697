import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidRoutingProblemError, type ProblemFault } from "@/server/domain/plan/problem-fault";
import { solveRoutingProblem } from "../../pool/solve-routing-problem";
import { drayAnswerSchema } from "./dray-answer-schema";
import { answerJsonSchema, problemJsonSchema } from "./dray-json-schema";
import { readDray } from "./read-dray";
import { writeDrayAnswer } from "./write-dray-answer";

const HOUR = 3600;
const DAY = 24 * HOUR;
const here = { lat: 55.65, lng: 12.54 };
const there = { lat: 55.68, lng: 12.57 };
const van = { id: "van", start: here, shift: { from: "08:00", to: "16:00" } };
const anna = { id: "anna", location: there };

const read = (file: object) => readDray(JSON.stringify({ vehicles: [van], visits: [anna], ...file }));

function faultsOf(file: object | string): readonly ProblemFault[] {
  try {
    readDray(typeof file === "string" ? file : JSON.stringify({ vehicles: [van], visits: [anna], ...file }));
  } catch (error) {
    if (error instanceof InvalidRoutingProblemError) return error.faults;
    throw error;
  }
  return [];
}

const codesOf = (file: object) => faultsOf(file).map(({ code, path }) => `${code} ${path}`);

describe("the examples of the page", () => {
  const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/^## (.+)\n[^#]*?```json\n([\s\S]+?)```/gm)].map(
    ([, title, json]) => [title!, json!] as const,
  );

  it("are all there", () => {
    expect(examples).toHaveLength(page.split("```json").length - 1);
    expect(examples.length).toBeGreaterThan(14);
  });

  it.each(examples)("%s", async (_title, json) => {
    const asked = readDray(json);
    const solution = await solveRoutingProblem(asked.problem, { seed: 1, maxIterations: 100, threads: 1 });
    const plan = writeDrayAnswer(asked, solution);
    const { iterations, elapsedSeconds: seconds, stopReason } = solution;
    const rest = { format: "dray", seed: 1, iterations, seconds, cpuSeconds: 0, peakMegabytes: 0, stopReason };
    expect(drayAnswerSchema.parse({ ...plan, ...rest })).toMatchObject(plan);
    expect(plan.cost.totalCents).toBe(solution.costCents);
    const served = plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "visit"));
    expect(served.length + plan.unassigned.length).toBe(asked.problem.visits.length);
  });
});

describe("readDray", () => {
  it("fills in what is left out", () => {
    const { problem } = read({});
    expect(problem.visits[0]).toMatchObject({
      serviceSeconds: 0,
      windows: [],
      priority: "normal",
      deliver: [0, 0, 0, 0],
    });
    expect(problem.vehicles[0]).toMatchObject({
      shift: { fromSeconds: 8 * HOUR, toSeconds: 16 * HOUR },
      costPerKmCents: 100,
      capacity: [2e9, 2e9, 2e9, 2e9],
      frozenVisits: [],
      locked: false,
    });
    expect(problem.vehicles[0]).not.toHaveProperty("endLocation");
    expect(problem.matrices[0]).toMatchObject({ size: 2 });
  });

  it("gives one place one row, named or not", () => {
    const locations = [{ id: "depot", ...here }];
    const visits = [anna, { id: "bent", location: { ...there } }, { id: "carl", location: "depot" }];
    expect(read({ locations, visits }).problem.visits.map(({ location }) => location)).toEqual([1, 1, 0]);
  });

  it("makes a vehicle-day of each day, and lets a visit ride on those of its days", () => {
    const { problem } = read({
      date: "2026-03-28",
      zone: "Europe/Copenhagen",
      dayCount: 3,
      visits: [
        { ...anna, dates: ["2026-03-29"], windows: [{ from: "09:00", to: "10:00" }] },
        { ...anna, id: "bent", weekdays: ["monday", "saturday"] },
        { ...anna, id: "carl", dates: ["2026-05-01"] },
        { ...anna, id: "dora", vehicles: ["van"] },
      ],
    });
    expect(problem.vehicles.map(({ id }) => id)).toEqual(["van@2026-03-28", "van@2026-03-29", "van@2026-03-30"]);
    expect(problem.vehicles.map(({ shift }) => shift.fromSeconds)).toEqual([8 * HOUR, DAY + 7 * HOUR, DAY + 31 * HOUR]);
    expect(problem.visits.map(({ allowedVehicles }) => allowedVehicles)).toEqual([[1], [0, 2], [], [0, 1, 2]]);
    expect(problem.visits[0]!.windows).toEqual([{ fromSeconds: DAY + 8 * HOUR, toSeconds: DAY + 9 * HOUR }]);
  });

  it("hands over at the drop-off what its pickup took along", () => {
    const visits = [
      { ...anna, pickup: [3, 1], dropoff: "bent" },
      { ...anna, id: "bent" },
    ];
    expect(read({ visits }).problem.visits).toMatchObject([
      { pickup: [3, 1, 0, 0], pairedDropoff: 1 },
      { deliver: [3, 1, 0, 0] },
    ]);
  });
});

describe("faults", () => {
  it("are none in a sound file", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it("come all at once, each with code, place, cause and action", () => {
    const faults = faultsOf({
      vehicles: [{ ...van, profile: "boat", shift: { from: "16:00", to: "08:00" } }],
      visits: [
        { ...anna, serviceSeconds: -5 },
        { ...anna, location: "nowhere", priority: "urgent" },
        { id: "bent", colour: "red" },
      ],
    });
    expect(faults.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      "duplicate-id visits[1].id",
      "missing visits[2].location",
      "out-of-range visits[0].serviceSeconds",
      "unknown-field visits[2].colour",
      "unknown-location visits[1].location",
      "unknown-profile vehicles[0].profile",
      "unknown-word visits[1].priority",
      "window-backwards vehicles[0].shift",
    ]);
    for (const { cause, action } of faults) expect(Math.min(cause.length, action.length)).toBeGreaterThan(4);
  });

  it.each<[string, object]>([
    ["out-of-range vehicles", { vehicles: [] }],
    ["wrong-type visits[0].serviceSeconds", { visits: [{ ...anna, serviceSeconds: "3 min" }] }],
    ["wrong-type visits[0].serviceSeconds", { visits: [{ ...anna, serviceSeconds: 1.5 }] }],
    ["wrong-type visits[0].serviceSeconds", { visits: [{ ...anna, serviceSeconds: null }] }],
    ["wrong-format vehicles[0].shift.to", { vehicles: [{ ...van, shift: { from: "08:00", to: "24h" } }] }],
    ["mixed-times vehicles[0].shift", { vehicles: [{ ...van, shift: { from: "08:00", to: 57_600 } }] }],
    ["no-date visits[0].dates", { visits: [{ ...anna, dates: ["2026-01-01"] }] }],
    [
      "no-date visits[0].windows[0]",
      { visits: [{ ...anna, windows: [{ from: "2026-01-01T08:00", to: "2026-01-01T09:00" }] }] },
    ],
    ["wrong-format date", { date: "2026-02-30" }],
    ["wrong-format zone", { zone: "Mars/Base" }],
    ["unknown-visit visits[0].dropoff", { visits: [{ ...anna, dropoff: "bent" }] }],
    ["unknown-vehicle visits[0].vehicles[0]", { visits: [{ ...anna, vehicles: ["truck"] }] }],
    ["unknown-visit vehicles[0].frozenVisits[0]", { vehicles: [{ ...van, frozenVisits: ["bent"] }] }],
    [
      "unknown-visit vehicles[0].placedVisits[0].visit",
      { vehicles: [{ ...van, placedVisits: [{ visit: "bent", place: 1 }] }] },
    ],
    ["unknown-location vehicles[0].start", { vehicles: [{ ...van, start: 3 }] }],
    ["no-position locations[0]", { locations: [{ id: "depot" }] }],
    ["travel-unclear profiles[0]", { profiles: [{ id: "road" }] }],
    ["several-days vehicles[0]", { date: "2026-01-01", dayCount: 2, vehicles: [{ ...van, locked: true }] }],
  ])("%s", (fault, file) => {
    expect(codesOf(file)).toContain(fault);
  });

  it("of matrices: not square, of different sizes, too small for the places named", () => {
    const vehicles = [{ ...van, start: 0 }];
    const square = [
      [0, 1],
      [1, 0],
    ];
    expect(codesOf({ vehicles, profiles: [{ id: "road", durationSeconds: [[0, 1], [1]] }] })).toContain(
      "matrix-size profiles[0].durationSeconds[1]",
    );
    const two = [
      { id: "road", durationSeconds: square },
      { id: "path", durationSeconds: [[0]] },
    ];
    expect(codesOf({ vehicles, profiles: two })).toContain("matrix-size profiles");
    const tiny = {
      vehicles,
      profiles: [{ id: "road", durationSeconds: [[0]] }],
      visits: [{ id: "anna", location: 1 }],
    };
    expect(codesOf(tiny)).toEqual(["unknown-location visits[0].location"]);
    expect(codesOf({ vehicles, profiles: [{ id: "road", durationSeconds: square }] })).toEqual([
      "position-without-row visits[0].location",
    ]);
  });

  it("of size: 20,000 stops are too many at once, and are not laid out first", () => {
    const visits = Array.from({ length: 20_000 }, (_, i) => ({
      id: `visit ${i}`,
      location: { lat: 55 + i / 1e5, lng: 12 },
    }));
    expect(faultsOf({ visits })).toEqual([
      { code: "out-of-range", path: "visits", cause: "is a list of 20000", action: "give a list of at most 10000" },
    ]);
  });

  it("of JSON itself: one line", () => {
    expect(() => readDray('{"visits": [')).toThrow(/^is no JSON: .+$/);
    expect(() => readDray('{"visits": NaN}')).toThrow(/^is no JSON: .+$/);
    expect(faultsOf("[]").map(({ code }) => code)).toContain("wrong-type");
  });
});

it("has JSON Schemas of both, which name every field", () => {
  const problem = JSON.stringify(problemJsonSchema());
  for (const field of ["checkInSeconds", "placedVisits", "carbonCentsPerKg", "weekdays"])
    expect(problem).toContain(field);
  expect(problemJsonSchema()).toMatchObject({ required: ["vehicles", "visits"] });
  expect(JSON.stringify(answerJsonSchema())).toContain("lateSeconds");
});
