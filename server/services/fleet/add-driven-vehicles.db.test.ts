import { expect, test } from "vitest";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { addDrivenVehicles } from "./add-driven-vehicles";
import { listVehicles } from "./list-vehicles";

test("a crew's own fields are judged by the project's, and all or none are added", async () => {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const axles = { name: "axles", label: "", kind: "number" as const, choices: [], orderKinds: [], isRequired: true };
  await saveCustomFields(tenant.context(), { projectId, of: "vehicle", fields: [axles], seenAt: null });
  const context = tenant.context("dispatcher");
  const driver = { name: "Ida", shiftFromSeconds: 28_800, shiftToSeconds: 61_200 };
  const crew = (label: string, customFields?: Record<string, string | number>) => ({
    driver,
    vehicle: {
      label,
      capacity: [1, 1, 1, 1] as [number, number, number, number],
      ...(customFields && { customFields }),
    },
  });
  const faulty: Record<string, string | number>[] = [{ axles: "two" }, { axles: 2, wings: 2 }, {}];
  for (const wrong of faulty) {
    const crews = [crew("Good", { axles: 2 }), crew("Bad", wrong)];
    await expect(addDrivenVehicles(context, { projectId, crews })).rejects.toMatchObject({ code: "invalid" });
  }
  expect(await listVehicles(context, { projectId })).toEqual([]);
  // Who says nothing of fields of one's own does not know them.
  await addDrivenVehicles(context, { projectId, crews: [crew("One", { axles: "2" }), crew("Two")] });
  const vehicles = await listVehicles(context, { projectId });
  expect(vehicles.map(({ label, customFields }) => [label, customFields])).toEqual([
    ["One", { axles: 2 }],
    ["Two", {}],
  ]);
});
