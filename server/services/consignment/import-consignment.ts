import "server-only";
import type { ConsignmentHead } from "@/server/domain/consignment/consignment";
import type { DeliveryInput } from "@/server/domain/order/delivery-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { commitAssignment } from "../assignment/commit-assignment";
import { unlessOvertaken } from "../assignment/unless-overtaken";
import { authorize } from "../kernel/authorize";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { geocodeNextBatch } from "../location/geocode-next-batch";
import { listProjects } from "../project/list-projects";
import { placeConsignment } from "./place-consignment";
import { type ConsignmentView, findConsignmentView, findReceived } from "./read-consignment";
import { receiveConsignment } from "./receive-consignment";
import { type ResolvedDriver, resolveDriver } from "./resolve-driver";

/** What a sender asks for; `date` null: today. */
export interface AskedConsignment {
  readonly head: Omit<ConsignmentHead, "date"> & { readonly date: string | null };
  /** Its deliveries as they mean in a project, on a day. */
  deliveriesIn(
    project: { readonly timeZone: string; readonly defaultServiceSeconds: number },
    date: string,
  ): DeliveryInput[];
}

export interface ImportedConsignment extends ConsignmentView {
  readonly driver: ResolvedDriver["outcome"];
  /** Of the doors that came without a position: how many were found, and how many were not. */
  readonly geocoded: number;
  readonly notGeocoded: number;
}

const NEEDED = [receiveConsignment.permission, commitAssignment.permission];

/** Takes a consignment in, finds its doors, puts them in order and gives them to its driver, while its sender waits. */
export async function importConsignment(
  services: ServiceContext,
  asked: AskedConsignment,
): Promise<ImportedConsignment> {
  const { source, externalId, driverEmail } = asked.head;
  // Before anything is kept: whoever may not do all of it does nothing of it.
  for (const permission of NEEDED) authorize(services.actor, permission);
  const begun = await findBegun(services, source, externalId);
  const driver = await resolveDriver(services, driverEmail);
  const project = (await listProjects(services, {})).find(({ id }) => id === driver.projectId)!;
  const date = asked.head.date ?? localDateAt(services.ports.clock.now(), project.timeZone);
  const deliveries = asked.deliveriesIn(project, date);
  const { projectId, driverId } = driver;
  const head = { ...asked.head, date };
  const received = { projectId, driverId, head, deliveries };
  const { id, deliveryIds } = begun ?? (await unlessOvertaken(() => receiveConsignment(services, received)));
  const unplaced = deliveryIds.filter(
    (_, index) => !(deliveries[index]?.dropoff ?? deliveries[index]?.pickup)?.position,
  );
  if (unplaced.length > 0) await findDoors(services, unplaced);
  await placeConsignment(services, id);
  const view = (await findConsignmentView(services, { id }))!;
  const lost = view.records.filter(({ delivery }) => delivery.visits.some(({ position }) => position === null)).length;
  return { ...view, driver: driver.outcome, geocoded: unplaced.length - lost, notGeocoded: lost };
}

/**
 * What this very request has received before its process died; null: nothing yet. Refused where another request has used
 * the name, before anything else is done: the key that decides it stands in the table.
 */
async function findBegun(services: ServiceContext, source: string, externalId: string) {
  const known = await findConsignmentView(services, { source, externalId });
  const senderId = services.actor.id ?? services.actor.organizationId;
  if (known?.consignment.senderId !== senderId) return null;
  const { isResumed = false, correlationId } = services;
  const begun = isResumed ? await findReceived(services, { consignmentId: known.consignment.id, correlationId }) : null;
  if (begun) return begun;
  throw new ServiceError("conflict", `There is a consignment ${externalId} already.`, { reason: "exists" });
}

/** Geocoders that are away are asked again by the job that was given out; the import goes on with what is known. */
async function findDoors(services: ServiceContext, deliveryIds: readonly string[]): Promise<void> {
  await geocodeNextBatch(services, { deliveryIds: [...deliveryIds], limit: 1000 }).catch((error: unknown) => {
    if (error instanceof ServiceError) throw error;
  });
}
