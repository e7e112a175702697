import { createProject } from "@/server/services/project/create-project";
import type { TestTenant } from "./test-tenant";

/** A project in Copenhagen, as most tests need one. */
export async function testProject(tenant: TestTenant): Promise<string> {
  const { id } = await createProject(tenant.context(), {
    name: "Copenhagen",
    timeZone: "Europe/Copenhagen",
    defaultCountry: "DK",
    currency: "DKK",
  });
  return id;
}

/** A drop-off that passes every check; `number` tells them apart. */
export function dropoffDraft(number: number, overrides: Record<string, unknown> = {}) {
  return {
    externalId: `T-${number}`,
    dropoff: {
      address: { street: `Bredgade ${number}`, postcode: "1260", city: "København K" },
      contact: { name: `Ida Holm ${number}`, phone: "+4533123456" },
    },
    ...overrides,
  };
}
