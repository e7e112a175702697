import { type ApiAnswer, apiClient } from "@/server/testing/api-client";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { optimoroute } from "../optimoroute";

/** Addresses the geocoder of these tests knows, by their street. */
const KNOWN = {
  "393 Hanover St": found(["393 Hanover St, Boston, MA 02113, USA", 42.3651425, -71.0528824, "exact"]),
  "1350 N High St": found(
    ["1350 N High St, Columbus, OH 43201, USA", 39.9892, -83.0054, "exact"],
    ["1350 S High St, Columbus, OH 43207, USA", 39.9251, -82.9966, "exact"],
  ),
  Hanover: found(["Hanover St, Boston, MA, USA", 42.3641, -71.0547, "street"]),
} as const;

/** An organization in Copenhagen whose programs speak as OptimoRoute's do. */
export async function account() {
  const geocoder = new FakeGeocoder(KNOWN);
  const tenant = await testTenant({ blobs: memoryBlobStore(), ...solvingPorts, geocoder: async () => geocoder });
  const projectId = await testProject(tenant);
  return { tenant, projectId, geocoder, ...(await asking(tenant)) };
}
export type Account = Awaited<ReturnType<typeof account>>;

/** A program's way to a tenant: `get` and `post` as the document asks, the key in the query. */
export async function asking(tenant: TestTenant, options: Parameters<typeof apiClient>[2] = {}) {
  const client = await apiClient(optimoroute, tenant, options);
  const withKey = (path: string, key: string | null) =>
    key === null ? path : `${path}${path.includes("?") ? "&" : "?"}key=${key}`;
  const get = (path: string, key: string | null = client.secret): Promise<ApiAnswer> =>
    client.ask("GET", withKey(path, key), { token: null });
  const post = (path: string, body: unknown, key: string | null = client.secret): Promise<ApiAnswer> =>
    client.ask("POST", withKey(path, key), { token: null, body });
  return { ...client, get, post };
}

function found(...candidates: readonly (readonly [string, number, number, "exact" | "street"])[]) {
  return {
    confidence: candidates[0]![3],
    candidates: candidates.map(([label, lat, lng, confidence]) => ({
      position: { lat, lng },
      confidence,
      label,
      score: 1,
    })),
  };
}
