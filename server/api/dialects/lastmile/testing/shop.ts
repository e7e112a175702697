import type { ApiScope } from "@/server/domain/access/api-scopes";
import { apiClient } from "@/server/testing/api-client";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { testTenant } from "@/server/testing/test-tenant";
import { typedClient } from "@/server/testing/typed-client";
import { lastmile } from "../lastmile";
import type { components, paths } from "./document-types";

/** An organization in Copenhagen with a shop that speaks to it. */
export async function shop(scopes?: readonly ApiScope[]) {
  const tenant = await testTenant({ blobs: memoryBlobStore(), ...solvingPorts });
  const projectId = await testProject(tenant);
  const client = await apiClient(lastmile, tenant, scopes && { scopes });
  return { tenant, projectId, ...client, api: typedClient<paths>(lastmile, client) };
}
export type Shop = Awaited<ReturnType<typeof shop>>;

/** A delivery as the document's own example has it, on a day to come. */
export function deliveryRequest(overrides: Record<string, unknown> = {}) {
  const example = {
    source: "fulfillment_service",
    source_id: "ful_123",
    order_id: "ord_456",
    packages: [{ package_id: "pkg_1", weight: 1200, volume: 2.5 }],
    pickup: {
      address: { line1: "Amerika Plads 1", city: "København Ø", postal_code: "2100", country: "DK" },
      window: { from: "2031-03-03T06:00:00Z", to: "2031-03-03T08:00:00Z" },
    },
    dropoff: {
      address: {
        line1: "Bredgade 1",
        line2: "2. tv.",
        city: "København K",
        region: "Hovedstaden",
        postal_code: "1260",
        country: "DK",
        location: { lat: 55.6832, lon: 12.5883 },
      },
      recipient: { name: "Jane Holm", phone: "+4533123456", email: "jane@example.com" },
      window: { from: "2031-03-03T08:00:00Z", to: "2031-03-03T10:00:00Z" },
    },
    service_level: "same_day",
    priority: "normal",
    metadata: { promised_by: "2031-03-03T12:00:00Z", nested: { a: null } },
  } satisfies components["schemas"]["DeliveryRequest"];
  return { ...example, ...overrides };
}
