import { expect } from "vitest";
import { createDepot } from "@/server/services/depot/create-depot";
import type { Ports } from "@/server/services/kernel/service-context";
import { editProject } from "@/server/services/project/edit-project";
import { listProjects } from "@/server/services/project/list-projects";
import { type ApiClient, apiClient } from "@/server/testing/api-client";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "../ids";
import { routal } from "../routal";
import { dressKey, KEY_PARAM } from "../token";

/** The one street the geocoder of these tests knows. */
export const KNOWN_STREET = "Bredgade 74, 1260 København K";
const DEPOT = { lat: 55.67, lng: 12.55 };

export interface Asked {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Null: none is shown. */
  readonly key?: string | null;
}

/** How a shop asks: its key in the query, as this vendor wants it. */
export function askerOf(client: Pick<ApiClient, "ask" | "secret">) {
  return (method: string, path: string, { query = {}, body, key = dressKey(client.secret) }: Asked = {}) => {
    const search = new URLSearchParams({ ...(key !== null && { [KEY_PARAM]: key }), ...query });
    return client.ask(method, `${path}?${search}`, { token: null, ...(body !== undefined && { body }) });
  };
}

/** An organization in Copenhagen with a depot, and a shop that speaks to it; `vans` are made by it. */
export async function shop({ vans = 0, ports = {} }: { vans?: number; ports?: Partial<Ports> } = {}) {
  const candidate = { position: { lat: 55.6845, lng: 12.5929 }, confidence: "exact", label: "", score: 1 } as const;
  const geocoder = new FakeGeocoder({ [KNOWN_STREET]: { confidence: "exact", candidates: [candidate] } });
  const tenant = await testTenant({
    blobs: memoryBlobStore(),
    ...solvingPorts,
    geocoder: async () => geocoder,
    webhookFormats: new Map([["routal", routal.webhooks!]]),
    ...ports,
  });
  const projectId = await testProject(tenant);
  const address = { street: "Vasbygade 10" };
  const { id: defaultDepotId } = await createDepot(tenant.context(), {
    projectId,
    depot: { name: "Depot", address, position: DEPOT },
  });
  const [project] = await listProjects(tenant.context(), {});
  await editProject(tenant.context(), { id: projectId, project: project!, defaultDepotId });
  const client = await apiClient(routal, tenant);
  const ask = askerOf(client);
  const project_id = dress(projectId);
  /** Asks, and answers with the body of what must have gone well. */
  const done = async (method: string, path: string, asked: Asked = {}) => {
    const { status, body } = await ask(method, path, asked);
    expect(status, `${method} ${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
    return body;
  };
  const planOn = (execution_date: string, label = `Daily — ${execution_date}`) =>
    done("POST", "/v2/plan", { query: { project_id }, body: { label, execution_date } });
  const push = (planId: string, stops: readonly object[]) =>
    done("POST", "/v2/stops", { query: { plan_id: planId, project_id }, body: stops });
  const addVans = (count: number, more: object = {}) =>
    done("POST", "/v3/vehicles", {
      query: { project_id },
      body: Array.from({ length: count }, (_, index) => ({
        external_id: `VAN-${index + 1}`,
        label: `Van ${index + 1}`,
        email: `van${index + 1}@example.com`,
        phone: `+346005550${index}0`,
        ...more,
      })),
    });
  const vehicles = vans > 0 ? await addVans(vans) : [];
  return { ...client, tenant, projectId, project_id, ask, done, planOn, push, addVans, vehicles };
}
export type Shop = Awaited<ReturnType<typeof shop>>;

/** A stop as the recipe's example has it, some hundred metres per unit from the depot. */
export function stopRequest(number: number, overrides: object = {}) {
  return {
    external_id: `ORD-${10_042 + number}`,
    label: `Alice Doe — Carrer del Bruc ${number}`,
    location: { lat: 55.67 + (number % 9) * 0.002, lng: 12.55 + number * 0.001, address: `Carrer del Bruc ${number}` },
    duration: 180,
    time_windows: [[32_400, 75_600]],
    phone: "+34600111222",
    email: "alice@example.com",
    weight: 1.4,
    tasks: [
      { type: "scan", label: "Scan tracking barcode" },
      { type: "signature", label: "Customer signature" },
    ],
    ...overrides,
  };
}

export const stopRequests = (count: number, overrides: object = {}) =>
  Array.from({ length: count }, (_, index) => stopRequest(index, overrides));
