import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findDuplicateIds } from "@/server/domain/intake/find-duplicate-ids";
import { FLEET_COLUMNS } from "@/server/domain/intake/fleet-columns";
import { guessColumns, guessMapping } from "@/server/domain/intake/guess-mapping";
import { validateFleetRow } from "@/server/domain/intake/validate-fleet-row";
import { validateOrderRow } from "@/server/domain/intake/validate-order-row";
import { findSample } from "@/server/testing/sample-data";
import { readOrderFile } from "./read-order-file";

const folder = findSample("copenhagen");
const defaults = {
  country: "DK",
  serviceDate: "2026-11-21",
  serviceSeconds: 180,
  zone: "Europe/Copenhagen",
  knownSkills: new Set(["cold", "fragile"]),
};

async function check(name: string, from = folder) {
  const reading = await readOrderFile(await readFile(`${from}/${name}`));
  if (!reading.ok) throw new Error(reading.refusal.message);
  const { headers, rows, notices } = reading.file;
  const { mapping, unmapped } = guessMapping(
    headers,
    rows.slice(0, 50).map((row) => row.cells),
  );
  const duplicates = findDuplicateIds(rows, headers, mapping);
  const codes: Record<number, string[]> = {};
  const warned: Record<number, string[]> = {};
  for (const { rowNumber, cells } of rows) {
    const verdict = validateOrderRow(cells, { headers, mapping, defaults });
    const errors = [
      ...(verdict.ok ? [] : verdict.errors),
      ...(duplicates.has(rowNumber) ? [duplicates.get(rowNumber)!] : []),
    ];
    if (errors.length > 0) codes[rowNumber] = errors.map((error) => `${error.column} ${error.code}`.trim());
    if (verdict.warnings.length > 0)
      warned[rowNumber] = verdict.warnings.map((warning) => `${warning.column} ${warning.code}`.trim());
  }
  return { headers, rows, notices, unmapped, codes, warned };
}

describe.skipIf(!folder)("the Copenhagen order files", () => {
  it.each([
    ["orders-150.csv", 150],
    ["orders-1500.csv", 1500],
    ["orders-5000.csv", 5000],
  ])("takes every row of %s", async (name, count) => {
    const { rows, notices, unmapped, codes } = await check(name);
    expect(rows.length).toBe(count);
    expect(notices).toEqual([]);
    expect(unmapped).toEqual([]);
    expect(codes).toEqual({});
  });

  it("finds exactly the planted faults of orders-faulty.csv, each at its column", async () => {
    const { rows, notices, codes, warned } = await check("orders-faulty.csv");
    expect(rows.length).toBe(60);
    expect(notices.map(({ code, rowNumber }) => [code, rowNumber])).toEqual([["unclosed_quote", 49]]);
    // Lines count the heading: the order CPH-F00002 stands on line 3.
    expect(codes).toEqual({
      3: ["phone phone"],
      5: ["email email"],
      7: ["lat latitude_range"],
      9: ["lat coordinates_swapped"],
      11: ["external_id duplicate_id"],
      13: ["time_windows window_backwards"],
      15: ["weight_kg negative"],
      17: ["address required"],
      21: ["name formula"],
      23: ["weight_kg not_a_number"],
      25: ["time_windows bad_time"],
      29: ["postcode postcode_shape"],
      31: ["service_minutes too_large"],
      33: ["country unknown_country"],
      37: ["surplus_cells"],
      39: ["lon missing_cells"],
      41: ["skills unknown_skill"],
      43: ["priority unknown_priority"],
      45: ["external_id required"],
      47: ["lat coordinates_zero"],
      49: ["notes unclosed_quote"],
    });
    // Orders 18 (unknown address, left to geocoding), 26 (no contact) and 34 (street without number) are taken.
    expect(warned[27]).toEqual(["phone no_contact"]);
    expect(warned[35]).toEqual(["address no_house_number"]);
    expect(warned[19]).toBeUndefined();
  });
});

const sampleDay = fileURLToPath(new URL("../../../db/seed/sample-day", import.meta.url));

async function readFleet(path: string, country: string) {
  const reading = await readOrderFile(await readFile(path));
  if (!reading.ok) throw new Error(reading.refusal.message);
  const { headers, rows } = reading.file;
  const { mapping, unmapped } = guessColumns(FLEET_COLUMNS, headers);
  expect(unmapped).toEqual([]);
  return rows.map((row) => validateFleetRow(row.cells, { headers, mapping, country, zone: "Europe/Madrid" }));
}

describe("the project's own sample day", () => {
  it("has 420 orders that are all taken, three in ten without a position", async () => {
    const { rows, notices, unmapped, codes, warned } = await check("orders.csv", sampleDay);
    expect({ count: rows.length, notices, unmapped, codes }).toEqual({
      count: 420,
      notices: [],
      unmapped: [],
      codes: {},
    });
    const withoutPosition = rows.filter((row) => row.cells[8] === "").length / rows.length;
    expect(withoutPosition).toBeGreaterThan(0.25);
    expect(withoutPosition).toBeLessThan(0.35);
    expect(new Set(Object.values(warned).flat())).toEqual(new Set(["address no_house_number"]));
  });

  it("has 14 vans and 3 bikes at two depots", async () => {
    const fleet = await readFleet(`${sampleDay}/fleet.csv`, "ES");
    expect(fleet.flatMap((verdict) => (verdict.ok ? verdict.warnings : verdict.errors))).toEqual([]);
    const entries = fleet.flatMap((verdict) => (verdict.ok ? [verdict.entry] : []));
    expect(entries.filter((entry) => entry.vehicle.type === "van")).toHaveLength(14);
    expect(entries.filter((entry) => entry.vehicle.type === "bike")).toHaveLength(3);
    expect(new Set(entries.map((entry) => JSON.stringify(entry.depot.position))).size).toBe(2);
  });
});

describe.skipIf(!folder)("the Copenhagen fleet", () => {
  it("is taken whole", async () => {
    const fleet = await readFleet(`${folder}/fleet.csv`, "DK");
    expect(fleet).toHaveLength(40);
    expect(fleet.flatMap((verdict) => (verdict.ok ? verdict.warnings : verdict.errors))).toEqual([]);
  });
});
