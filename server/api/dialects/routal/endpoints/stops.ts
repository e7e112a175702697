import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { LatLng } from "@/server/domain/geo";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { found, ServiceError } from "@/server/services/kernel/service-error";
import { locateAddresses } from "@/server/services/location/locate-addresses";
import { listProjects } from "@/server/services/project/list-projects";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { pushDeliveries } from "@/server/services/wave/push-deliveries";
import { readWaveHead } from "@/server/services/wave/read-wave";
import { dress, idOf } from "../ids";
import { positionOf, toAddress } from "../map/location";
import { toStopDraft } from "../map/to-stop-draft";
import { idField } from "../wire/common";
import { geocodeRequestSchema, type StopRequest, stopSchema, stopsRequestSchema } from "../wire/stop";
import { stopByDelivery } from "./reading";

const TAG = "Stop";

const target = z.object({
  plan_id: idField.optional().describe("Absent: the project's inbox, for no day."),
  project_id: idField.optional(),
});
const answers = { 200: { description: "The stops, in the order sent.", schema: z.array(stopSchema) } };

export const createStops = endpoint({
  method: "post",
  path: "/v2/stops",
  id: "createStops",
  tag: TAG,
  summary: "Push stops into a plan, all or none; one whose external_id is in the plan already stays as it is",
  scope: "deliveries:write",
  query: target,
  body: stopsRequestSchema,
  answers,
  refusals: [400, 404, 409, 413, 415, 503],
  run: async ({ services, query, body }) => {
    const places = await positionsOf(services, body);
    const nowhere = places.indexOf(null);
    if (nowhere >= 0) {
      const issues = [{ path: `${nowhere}.location.address`, message: "cannot be found" }];
      throw new ServiceError("invalid", "An address cannot be found.", { reason: "input", issues });
    }
    return { status: 200, body: await pushed(services, query, body, places) };
  },
});

export const geocodeStops = endpoint({
  method: "post",
  path: "/v2/stops/geocode",
  id: "geocodeStops",
  tag: TAG,
  summary: "Push stops by their addresses, which are looked up; one that is not found has no coordinates",
  scope: "deliveries:write",
  query: target,
  body: geocodeRequestSchema,
  answers,
  refusals: [400, 404, 409, 413, 415, 503],
  run: async ({ services, query, body }) => {
    const stops = body.map(({ address, location: _, ...stop }): StopRequest => ({ ...stop, location: { address } }));
    return { status: 200, body: await pushed(services, query, stops, await positionsOf(services, stops)) };
  },
});

/** Where stops are: as they say, else where their addresses were found; null: nowhere. */
async function positionsOf(services: ServiceContext, stops: readonly StopRequest[]): Promise<(LatLng | null)[]> {
  const unknown = stops.filter(({ location }) => !positionOf(location));
  const located = await locateAddresses(
    services,
    unknown.map(({ location }) => toAddress(location)),
  );
  const placeOf = new Map(unknown.map((stop, index) => [stop, located[index]?.position ?? null]));
  return stops.map((stop) => positionOf(stop.location) ?? placeOf.get(stop) ?? null);
}

async function pushed(
  services: ServiceContext,
  { plan_id, project_id }: z.output<typeof target>,
  stops: readonly StopRequest[],
  places: readonly (LatLng | null)[],
) {
  const waveId = plan_id === undefined ? null : idOf("plan", plan_id);
  const home = await homeOf(services, waveId === null ? project_id : await projectOf(services, waveId));
  const deliveries = stops.map((stop, index) => toStopDraft(stop, home, places[index] ?? undefined));
  const made = await pushDeliveries(services, { waveId, projectId: home.id, deliveries });
  const unique = [...new Set(made.map(({ deliveryId }) => deliveryId))];
  // A delivery that came from elsewhere may have two doors; what is pushed here has one.
  const answered = await stopByDelivery(services, unique);
  return made.map(({ deliveryId }) => answered.get(deliveryId)!);
}

/** A plan's project says what stops that say nothing take, whatever project was named beside it. */
async function projectOf(services: ServiceContext, planId: string): Promise<string> {
  return dress((await readWaveHead(services, { id: planId })).projectId);
}

async function homeOf(services: ServiceContext, projectId: string | undefined) {
  if (projectId === undefined) return readHomeProject(services, {});
  const id = idOf("project", projectId);
  const projects = await listProjects(services, {});
  return found(
    projects.find((project) => project.id === id),
    "project",
  );
}
