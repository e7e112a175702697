import type { ApiScope } from "@/server/domain/access/api-scopes";
import { saveDriver } from "@/server/services/fleet/save-driver";
import type { Ports } from "@/server/services/kernel/service-context";
import { apiClient } from "@/server/testing/api-client";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { clientIdOf, clientSecretOf } from "../credentials";
import { routemate } from "../routemate";

const found = (lat: number, lng: number, label: string) => ({
  confidence: "exact" as const,
  candidates: [{ position: { lat, lng }, confidence: "exact" as const, label, score: 1 }],
});

/** The streets of the document's examples, and where they are. */
const STREETS = {
  "1 George St": found(-27.471, 153.0234, "1 George Street, Brisbane"),
  "100 Queen St": found(-27.4688, 153.0281, "100 Queen Street, Brisbane"),
  "South Bank Parklands": found(-27.4753, 153.0208, "South Bank Parklands, Brisbane"),
};

/** An organization with an integration that speaks this API, and perhaps a driver (`driver@example.com`). */
export async function office({
  hasDriver = true,
  scopes,
  ports = {},
}: {
  readonly hasDriver?: boolean;
  readonly scopes?: readonly ApiScope[];
  readonly ports?: Partial<Ports>;
} = {}) {
  const geocoder = new FakeGeocoder(STREETS);
  const given = { geocoder: async () => geocoder, blobs: memoryBlobStore(), ...solvingPorts, ...ports };
  const tenant = await testTenant(given);
  const projectId = await testProject(tenant);
  const driverId = hasDriver ? await addDriver(tenant, projectId, "driver@example.com") : null;
  // Who asks faster than sixty times a minute is another test's.
  const client = await apiClient(routemate, tenant, { requestsPerMinute: 100_000, ...(scopes && { scopes }) });
  const credentials = { client_id: clientIdOf(client.keyId), client_secret: clientSecretOf(client.secret) };
  return { tenant, projectId, driverId, geocoder, credentials, ...client };
}

export async function addDriver(tenant: TestTenant, projectId: string, email: string): Promise<string> {
  const driver = { name: "Dana Drives", email, shiftFromSeconds: 8 * 3600, shiftToSeconds: 20 * 3600 };
  return (await saveDriver(tenant.context(), { projectId, driver })).id;
}

/** A job as the document's own example has it. */
export function jobRequest(overrides: Record<string, unknown> = {}) {
  return {
    external_job_id: "BATCH-2026-03-09-A",
    title: "Morning Deliveries - Zone A",
    driver_email: "driver@example.com",
    scheduled_date: "2026-03-09",
    timezone: "Australia/Brisbane",
    stops: [
      {
        external_stop_id: "ORD-1001",
        address: "1 George St, Brisbane QLD 4000, Australia",
        label: "John Smith",
        notes: "Leave at front door",
        priority: 1,
        parcel_count: 2,
      },
      {
        external_stop_id: "ORD-1002",
        address: "100 Queen St, Brisbane QLD 4000, Australia",
        label: "Jane Doe",
        notes: "Ring doorbell",
        priority: 2,
      },
      {
        external_stop_id: "ORD-1003",
        address: "South Bank Parklands, Brisbane QLD 4101, Australia",
        label: "Bob Wilson",
        priority: 3,
        parcel_count: 1,
      },
    ],
    ...overrides,
  };
}

/** A stop that needs no geocoder. */
export function locatedStop(id: string, latitude: number, longitude: number, overrides: Record<string, unknown> = {}) {
  return {
    external_stop_id: id,
    address: `Bredgade ${id}, 1260 København K, Denmark`,
    latitude,
    longitude,
    ...overrides,
  };
}
