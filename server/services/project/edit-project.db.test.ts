import { expect, test } from "vitest";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { createProject } from "./create-project";
import { editProject } from "./edit-project";
import { listProjects } from "./list-projects";

const SETTINGS = { name: "Aarhus", timeZone: "Europe/Copenhagen", defaultCountry: "dk", currency: "dkk" };

test("opens and changes a project; zones and countries must exist, only administrators may", async () => {
  const tenant = await testTenant();
  const id = await testProject(tenant);
  const admin = tenant.context("admin");
  await editProject(admin, { id, project: { ...SETTINGS, defaultServiceSeconds: 240 } });
  expect(await listProjects(tenant.context("viewer"), {})).toMatchObject([
    { id, name: "Aarhus", defaultCountry: "DK", currency: "DKK", defaultServiceSeconds: 240, version: 2 },
  ]);
  await editProject(admin, { id, project: { ...SETTINGS, defaultServiceSeconds: 240 } });
  expect((await listProjects(admin, {}))[0]!.version).toBe(2);
  await expect(createProject(admin, { ...SETTINGS, timeZone: "Europe/Nowhere" })).rejects.toMatchObject({
    code: "invalid",
    details: { issues: [{ path: "timeZone" }] },
  });
  await expect(createProject(tenant.context("dispatcher"), SETTINGS)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = (await testTenant()).context();
  await expect(editProject(stranger, { id, project: SETTINGS })).rejects.toMatchObject({ code: "not-found" });
  expect(await listProjects(stranger, {})).toEqual([]);
});
