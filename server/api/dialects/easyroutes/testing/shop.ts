import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { Ports } from "@/server/services/kernel/service-context";
import { apiClient } from "@/server/testing/api-client";
import { drivenDay } from "@/server/testing/driven-day";
import { FakeClock } from "@/server/testing/fake-clock";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { planScenario, type ScenarioVisit } from "@/server/testing/plan-scenario";
import { solvingPorts } from "@/server/testing/solving-ports";
import { testTenant } from "@/server/testing/test-tenant";
import { easyroutes } from "../easyroutes";
import { dress } from "../ids";

/** An organization in Copenhagen with a program that speaks to it. */
export async function shop(scopes?: readonly ApiScope[]) {
  const tenant = await testTenant({ blobs: memoryBlobStore(), ...solvingPorts });
  const projectId = await testProject(tenant);
  return { tenant, projectId, ...(await apiClient(easyroutes, tenant, scopes && { scopes })) };
}

const named = (of: { readonly routeIds: readonly string[]; readonly visitIds: readonly string[] }) => ({
  route: (number: number) => dress("route", of.routeIds[number]!),
  stop: (number: number) => dress("stop", of.visitIds[number]!),
});

/** A day of two drivers with doors that are on no route yet, and a program that speaks to it. */
export async function plannedShop(visits: readonly ScenarioVisit[], besides: Partial<Ports> = {}) {
  const clock = new FakeClock("2026-06-10T05:00:00Z");
  const ports = { clock, blobs: memoryBlobStore(), ...solvingPorts, ...besides };
  const scenario = await planScenario(visits, { ports });
  const client = await apiClient(easyroutes, scenario.tenant, { now: () => clock.now() });
  return { scenario, clock, ...client, ...named(scenario) };
}

/** A day that has been sent out, and a program that speaks to it; `routes` as of `drivenDay`. */
export async function drivenShop(routes: readonly (readonly number[])[]) {
  const day = await drivenDay(routes, undefined, { ports: { blobs: memoryBlobStore(), ...solvingPorts } });
  const client = await apiClient(easyroutes, day.scenario.tenant, { now: () => day.clock.now() });
  return { ...day, ...client, ...named(day.scenario) };
}
