import "server-only";
import { giveClientName } from "@/db/queries/fleet/client-names";
import { findVehicles } from "@/db/queries/fleet/find-fleet";
import { insertDrivers } from "@/db/queries/fleet/save-fleet";
import { findPartner } from "@/db/queries/partner/partners";
import type { ProjectRow } from "@/db/queries/project/find-project";
import type { BulkLineError, DriverItem } from "@/server/domain/bulk/bulk-job";
import { driverSchema } from "@/server/domain/driver/driver-schema";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { askForPlacing } from "../consignment/ask-for-placing";
import { judgeOwnValues } from "../fleet/own-values";
import type { CommandScope } from "../kernel/command";

type Verdict = { readonly event: DomainEvent } | { readonly error: BulkLineError };

/** Adds drivers to a project inside a command's transaction: one verdict each, in order. */
export async function takeDrivers(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  project: ProjectRow,
  items: readonly DriverItem[],
): Promise<Verdict[]> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const ids = (of: (item: DriverItem) => string | null | undefined) => [
    ...new Set(items.flatMap((item) => of(item) ?? [])),
  ];
  const vehicles = await findVehicles(
    tx,
    organizationId,
    ids(({ driver }) => driver.vehicleId),
  );
  const known = new Set(vehicles.filter((vehicle) => vehicle.projectId === project.id).map(({ id }) => id));
  for (const id of ids(({ driver }) => driver.partnerId)) {
    if (await findPartner(tx, organizationId, id)) known.add(id);
  }
  const verdicts: Verdict[] = [];
  for (const item of items) verdicts.push(await takeDriver(scope, project, item, known));
  await askForPlacing(
    scope,
    items.map(({ driver }) => driver),
  );
  return verdicts;
}

async function takeDriver(
  { tx, actor, now, newId }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
  { id: projectId, driverFieldDefinitions }: ProjectRow,
  { driver: sent, clientName }: DriverItem,
  known: ReadonlySet<string>,
): Promise<Verdict> {
  const { organizationId } = actor;
  const parsed = driverSchema.safeParse(sent);
  if (!parsed.success) return refused("meaningless", parsed.error.issues[0]?.message ?? "This is no driver.");
  const { row: driver, issues } = judgeOwnValues(driverFieldDefinitions, parsed.data);
  if (issues[0]) return refused("meaningless", `${issues[0].path}: ${issues[0].message}`);
  if (driver.vehicleId && !known.has(driver.vehicleId)) return refused("unknown", "There is no such vehicle.");
  if (driver.partnerId && !known.has(driver.partnerId)) return refused("unknown", "There is no such partner.");
  const id = newId();
  const named = { organizationId, id: newId(), entity: "driver", entityId: id, now } as const;
  if (clientName !== null && !(await giveClientName(tx, named, clientName))) {
    return refused("exists", "A driver of this name is already here.");
  }
  await insertDrivers(tx, [{ organizationId, id, projectId, ...driver, createdAt: now, updatedAt: now }]);
  return { event: { type: "driver.created", entity: "driver", entityId: id, after: { projectId, ...driver } } };
}

const refused = (code: string, message: string): Verdict => ({ error: { code, message } });
