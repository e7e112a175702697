import { saveDriver } from "@/server/services/fleet/save-driver";
import { saveVehicle } from "@/server/services/fleet/save-vehicle";
import type { TestTenant } from "@/server/testing/test-tenant";

/** The drivers and the vehicle that the document's examples name: DRV001 with his skills, and two of one serial number. */
export async function codedFleet(tenant: TestTenant, projectId: string): Promise<void> {
  const vehicle = {
    label: "Van",
    profile: "car",
    capacity: [1000, 1000, 1000, 1000],
    features: ["FR"],
    fixedCostCents: 0,
    costPerKmCents: 0,
  } as const;
  await saveVehicle(tenant.context(), {
    projectId,
    vehicle: { ...vehicle, capacity: [...vehicle.capacity], features: [...vehicle.features] },
  });
  for (const [externalId, serial] of [
    ["DRV001", "001"],
    ["DRV002", "twin"],
    ["DRV003", "twin"],
  ] as const) {
    const shift = { shiftFromSeconds: 8 * 3600, shiftToSeconds: 20 * 3600 };
    const driver = { name: externalId, externalId, serial, skills: ["SK001", "SK002"], ...shift };
    await saveDriver(tenant.context(), { projectId, driver: { ...driver, vehicleId: null, depotId: null } });
  }
}
