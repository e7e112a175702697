import { describe, expect, it } from "vitest";
import { readCvrplib } from "./read-cvrplib";
import { readLilim } from "./read-lilim";
import { readOrtec } from "./read-ortec";
import { readSolomon } from "./read-solomon";

const solomon = `TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.   XCOORD.  YCOORD.    DEMAND    READY TIME  DUE DATE  SERVICE   TIME

    0      0         0          0          0       100          0
    1      3         4          6          0        50         10
    2      0         8          4         20        60         10
`;

const lilim = `2\t10\t1
0 0 0 0 0 100 0 0 0
1 3 4 6 0 50 10 0 2
2 0 8 -6 20 60 10 1 0
`;

const cvrplib = `NAME : 	tiny
TYPE : 	CVRP
DIMENSION : 	3
EDGE_WEIGHT_TYPE : 	EUC_2D
CAPACITY : 	10
NODE_COORD_SECTION
1	0	0
2	3	4
3	0	8
DEMAND_SECTION
1	0
2	6
3	4
DEPOT_SECTION
 1
 -1
EOF
`;

const ortec = `NAME : tiny
DIMENSION : 3
EDGE_WEIGHT_TYPE : EXPLICIT
EDGE_WEIGHT_FORMAT : FULL_MATRIX
CAPACITY : 10
EDGE_WEIGHT_SECTION
0 7 9
8 0 3
10 4 0
DEMAND_SECTION
1 0
2 6
3 4
DEPOT_SECTION
 1
 -1
SERVICE_TIME_SECTION
1 0
2 10
3 10
TIME_WINDOW_SECTION
1 0 100
2 0 50
3 20 60
EOF
`;

const first = { demand: 6, ready: 0, due: 50, service: 10 };
const second = { demand: 4, ready: 20, due: 60, service: 10 };

describe("what a file says", () => {
  it("of Solomon", () => {
    const { vehicles, capacity, depot, customers } = readSolomon(solomon);
    expect({ vehicles, capacity }).toEqual({ vehicles: 2, capacity: 10 });
    expect(depot).toMatchObject({ number: 0, due: 100 });
    expect(customers).toEqual([
      { number: 1, x: 3, y: 4, ...first },
      { number: 2, x: 0, y: 8, ...second },
    ]);
  });

  it("of Li & Lim: pairs", () => {
    const { customers } = readLilim(lilim);
    expect(customers.map(({ number, demand, dropoff }) => [number, demand, dropoff])).toEqual([
      [1, 6, 2],
      [2, -6, undefined],
    ]);
  });

  it("of CVRPLIB: no times, and vehicles enough", () => {
    const { vehicles, depot, customers } = readCvrplib(cvrplib);
    expect(depot.number).toBe(1);
    expect(vehicles).toBe(5);
    expect(customers.map(({ number, x, y, demand }) => [number, x, y, demand])).toEqual([
      [2, 3, 4, 6],
      [3, 0, 8, 4],
    ]);
  });

  it("of ORTEC: a matrix that is not symmetric", () => {
    const { customers, matrix } = readOrtec(ortec);
    expect([...matrix!]).toEqual([0, 7, 9, 8, 0, 3, 10, 4, 0]);
    expect(customers).toEqual([
      { number: 2, x: 0, y: 0, ...first },
      { number: 3, x: 0, y: 0, ...second },
    ]);
  });
});

describe("what is refused, in one line", () => {
  type Case = readonly [string, (text: string) => unknown, string, RegExp];
  const refused: readonly Case[] = [
    ["another format", readSolomon, cvrplib, /no line VEHICLE: not a Solomon file/],
    ["an empty file", readSolomon, "", /it is empty/],
    ["a line cut off", readSolomon, solomon.slice(0, -15), /line 12: has \d fields, not 7/],
    ["a file cut off early", readSolomon, solomon.slice(0, 34), /the file is cut off/],
    ["no customers", readSolomon, solomon.split("\n").slice(0, 10).join("\n"), /has no customers/],
    ["NaN", readSolomon, solomon.replace(" 6 ", " NaN "), /line 11: "NaN" is not a number/],
    ["a negative demand", readSolomon, solomon.replace(" 6 ", " -6 "), /customer 1 has demand -6, which is negative/],
    ["a negative time", readSolomon, solomon.replace(" 20 ", " -20 "), /customer 2 has ready time -20/],
    ["a window backwards", readSolomon, solomon.replace(" 20 ", " 70 "), /customer 2 is due at 60, before/],
    ["no vehicles", readSolomon, solomon.replace("  2         10", "  0         10"), /has 0 vehicles/],
    ["half a parcel", readSolomon, solomon.replace(" 6 ", " 6.5 "), /demand 6\.5, not a whole number/],
    ["two of one number", readSolomon, solomon.replace("    2  ", "    1  "), /two rows numbered 1/],
    ["times beyond the solver", readSolomon, solomon.replace(" 100 ", " 1e12 "), /beyond 500000000/],
    ["20,000 customers", readSolomon, solomon + "9 1 1 1 0 9 0\n".repeat(20_000), /has 20002 customers; 10000 can be/],
    ["another format", readLilim, solomon, /line 1: has 1 fields, not 3/],
    [
      "a missing half",
      readLilim,
      lilim.split("\n").slice(0, 3).join("\n"),
      /is paired with 2, which is not in the file/,
    ],
    [
      "a pair not mutual",
      readLilim,
      lilim.replace("10 1 0", "10 2 0"),
      /visit 1 is paired with 2, which is paired with/,
    ],
    ["goods that vanish", readLilim, lilim.replace("-6", "-5"), /visit 1 takes 6 while its pair 2 takes -5/],
    [
      "neither pickup nor drop-off",
      readLilim,
      lilim.replace("10 0 2", "10 0 0"),
      /names neither a pickup nor a drop-off/,
    ],
    ["another format", readCvrplib, ortec, /EDGE_WEIGHT_TYPE is EXPLICIT/],
    ["another format", readCvrplib, solomon, /line 1: "TINY" is neither/],
    ["a file cut off", readCvrplib, cvrplib.split("DEMAND")[0]!, /has no DEMAND_SECTION: cut off/],
    ["no dimension", readCvrplib, cvrplib.replace("DIMENSION", "DIM"), /has no line DIMENSION/],
    [
      "a dimension in words",
      readCvrplib,
      cvrplib.replace("DIMENSION : 	3", "DIMENSION : 	three"),
      /DIMENSION is "three"/,
    ],
    ["an unknown depot", readCvrplib, cvrplib.replace(" 1\n -1", " 9\n -1"), /the depot, 9, is not among the nodes/],
    ["a matrix cut off", readOrtec, ortec.replace("10 4 0\n", ""), /EDGE_WEIGHT_SECTION has 6 numbers, not 9/],
    ["a negative time", readOrtec, ortec.replace("8 0 3", "8 0 -3"), /EDGE_WEIGHT_SECTION has -3/],
    ["a 1×1 matrix", readOrtec, tinyOrtec(), /has no customers/],
    [
      "a node without a window",
      readOrtec,
      ortec.replace("3 20 60", "4 20 60"),
      /node 3 has no service time or no window/,
    ],
  ];
  it.each(refused)("%s", (_what, read, text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(expect.objectContaining({ name: "FormatError" }));
  });
});

function tinyOrtec(): string {
  return ortec
    .replace("DIMENSION : 3", "DIMENSION : 1")
    .replace("0 7 9\n8 0 3\n10 4 0", "0")
    .replaceAll(/^[23] .*\n/gm, "");
}
