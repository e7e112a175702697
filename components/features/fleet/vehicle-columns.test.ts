import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { type VehicleWithDrivers, vehicleColumns } from "./vehicle-columns";

test.each([
  ["km", 0.4, "€0.004"],
  ["km", 111.23, "€1.1123"],
  ["mi", 111.23, "€1.79"],
] as const)(
  "what a vehicle costs by the %s is shown with its parts of a cent",
  (distanceUnit, costPerKmCents, shown) => {
    const options = { currency: "EUR", loadDimensions: [], hasPapers: false };
    const columns = vehicleColumns(wordsFor("fleet", { distanceUnit }), options, () => {});
    const vehicle = { costPerKmCents, fixedCostCents: 3500 } as VehicleWithDrivers;
    const textOf = (id: string) => columns.find((column) => column.id === id)!.cell(vehicle);
    expect([textOf("perKm"), textOf("fixed")]).toEqual([shown, "€35.00"]);
  },
);
