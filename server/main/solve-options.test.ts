import { describe, expect, it } from "vitest";
import { readSolveOptions, UsageError } from "./solve-options";

const read = (line: string) => readSolveOptions(line.split(" "));

describe("readSolveOptions", () => {
  it("fills in what is not said", () => {
    expect(read("a.txt --format solomon")).toEqual({
      kind: "solve",
      options: { file: "a.txt", format: "solomon", seed: 1, clock: "wall", json: false, seconds: 10 },
    });
    expect(read("a.json")).toMatchObject({ options: { format: "dray" } });
  });

  it("takes everything that is", () => {
    const line =
      "a --format ortec --seconds 2.5 --threads 2 --seed 7 --objective fleet --clock cpu --json --solution b";
    expect(read(line)).toMatchObject({
      options: { seconds: 2.5, threads: 2, seed: 7, objective: "fleet", clock: "cpu", json: true, solutionFile: "b" },
    });
  });

  it("limits by iterations alone where only they are given", () => {
    expect(read("a --format ortec --iterations 9")).toMatchObject({ options: { iterations: 9 } });
    expect(read("a --format ortec --iterations 9")).not.toHaveProperty("options.seconds");
  });

  it.each([
    ["--format solomon", /name the file/],
    ["a b --format solomon", /one file at a time, not also "b"/],
    ["a", /say what kind of file it is/],
    ["a --format tsp", /--format is solomon or .*, not "tsp"/],
    ["a --format solomon --seconds ten", /--seconds is a number from/],
    ["a --format solomon --seconds NaN", /--seconds is a number from/],
    ["a --format solomon --seconds=-1", /--seconds is a number from/],
    ["a --format solomon --threads 0", /--threads is a whole number from 1 to 4/],
    ["a --format solomon --threads 1.5", /--threads is a whole number/],
    ["a --format solomon --seed -3", /'--seed' argument is ambiguous/],
    ["a --format solomon --objective time", /--objective is fleet or distance, not "time"/],
    ["a --format solomon --clock moon", /--clock is wall or cpu/],
    ["a --format", /argument missing/],
    ["a --fast", /Unknown option '--fast'/],
  ])("refuses %s in one line", (line, message) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(message);
    expect(() => read(line)).toThrow(/^[^\n]+$/);
  });
});
