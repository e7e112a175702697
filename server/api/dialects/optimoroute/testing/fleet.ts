import type { DriverBreak } from "@/server/domain/driver/driver-break";
import { type OptimizeDependencies, optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import type { PositionSink } from "@/server/ports/position-sink";
import { createDepot } from "@/server/services/depot/create-depot";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { saveVehicle } from "@/server/services/fleet/save-vehicle";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { storedPositions } from "@/server/testing/stored-positions";
import { testTenant } from "@/server/testing/test-tenant";
import { asking } from "./account";

const CAPACITY: [number, number, number, number] = [1000, 1000, 1000, 1000];
const HOURS = { shiftFromSeconds: 8 * 3600, shiftToSeconds: 17 * 3600 };

/** An organization in Copenhagen with a depot, whose programs speak as OptimoRoute's do, and whose drivers are made here. */
export async function fleetAccount() {
  let sink: PositionSink | undefined;
  const tenant = await testTenant({ ...solvingPorts, positions: { write: (batch) => sink!.write(batch) } });
  sink = storedPositions(tenant.database);
  const projectId = await testProject(tenant);
  const context = tenant.context();
  const address = { street: "Depotvej 1", postcode: "1000", city: "Town", country: "DK" };
  const depot = { name: "Depot", address, position: { lat: 55.67, lng: 12.55 } };
  const { id: depotId } = await createDepot(context, { projectId, depot });
  /** As an admin would set him up, with a vehicle of his own that is called after him. */
  const addDriver = async (
    name: string,
    names: { externalId?: string; serial?: string; breaks?: DriverBreak[] } = {},
  ) => {
    const labels = { label: name, registration: `Vehicle ${name}`, externalId: `V${name}` };
    const { id: vehicleId } = await saveVehicle(context, { projectId, vehicle: { ...labels, capacity: CAPACITY } });
    const driver = { name: `Driver ${name}`, ...names, ...HOURS, vehicleId, depotId };
    return (await saveDriver(context, { projectId, driver })).id;
  };
  return { tenant, projectId, addDriver, ...(await asking(tenant)) };
}

/** So much work instead of so much time. */
const solve: OptimizeDependencies["solve"] = async (problem, { seed }, { signal }) => {
  const budget = { seed, maxIterations: 1000, threads: 1 };
  const never = new AbortController().signal;
  const [solved] = await solvingPorts.solver.solve(problem, ["cheapest"], budget, signal ?? never);
  return solved!.solution;
};

/** Does what the queue would: every planning of the organization that waits. */
export async function runPlannings({ tenant }: Pick<FleetAccount, "tenant">): Promise<void> {
  const { organizationId, database } = tenant;
  for (;;) {
    const [next] = await database.raw<{ id: string }[]>`
      select id from optimization where organization_id = ${organizationId} and status = 'queued' limit 1`;
    if (!next) return;
    const never = new AbortController().signal;
    await optimizePlan(tenant.systemContext(), { solve }, { optimizationId: next.id }, never);
  }
}

export type FleetAccount = Awaited<ReturnType<typeof fleetAccount>>;
