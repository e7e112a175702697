import "server-only";
import { z } from "zod";
import { findByClientName } from "@/db/queries/fleet/client-names";
import { answerExchange, claimExchange, findExchange } from "@/db/queries/partner/exchanges";
import { findHomeProject } from "@/db/queries/project/find-project";
import type { DriverInput } from "@/server/domain/driver/driver-schema";
import type { VehicleInput } from "@/server/domain/vehicle/vehicle-schema";
import { readDriver } from "../fleet/read-driver";
import { readVehicle } from "../fleet/read-vehicle";
import { saveDriver } from "../fleet/save-driver";
import { saveVehicle } from "../fleet/save-vehicle";
import { changed, command, untraced } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, ServiceError } from "../kernel/service-error";
import { hashBytes } from "./keep-exchange";
import { ownPartner } from "./own-partner";

type KnownDriver = Awaited<ReturnType<typeof readDriver>>;
type KnownVehicle = Awaited<ReturnType<typeof readVehicle>>;

/** Somebody or something a partner names, and how it is after this, given how it was. */
export interface SyncedVehicle {
  readonly clientName: string;
  readonly make: (before: KnownVehicle | undefined) => VehicleInput;
}
export interface SyncedDriver {
  readonly clientName: string;
  /** The partner's own name of his vehicle; null: none, undefined: as it was. */
  readonly vehicleName: string | null | undefined;
  readonly make: (about: {
    readonly before: KnownDriver | undefined;
    readonly vehicleId: string | null | undefined;
    readonly home: SyncHome;
  }) => DriverInput;
}

/** The project new ones go to. */
export interface SyncHome {
  readonly id: string;
  readonly defaultCountry: string;
  readonly defaultDepotId: string | null;
}

export interface SyncVerdict {
  readonly kind: "driver" | "vehicle";
  readonly clientName: string;
  readonly outcome: "created" | "updated" | "unchanged" | "refused";
  readonly id: string | null;
  readonly message: string;
}

const keyOf = (name: string) => hashBytes(`sync ${name}`);

/**
 * Adds and changes a partner's vehicles and drivers by its own names for them, one verdict each: one that cannot be taken
 * holds nobody else up. What is somebody else's is refused. A call that comes again is answered as then.
 */
export async function syncFleet(
  services: ServiceContext,
  about: {
    readonly partnerId: string;
    readonly name: string;
    readonly raw: string;
    readonly vehicles: readonly SyncedVehicle[];
    readonly drivers: readonly SyncedDriver[];
  },
): Promise<{ readonly verdicts: readonly SyncVerdict[]; readonly isRepeated: boolean }> {
  const { partnerId, name, raw } = about;
  const begun = await beginSync(services, { partnerId, name: keyOf(name), raw });
  if (begun.answer !== null) return { verdicts: JSON.parse(begun.answer) as SyncVerdict[], isRepeated: true };
  const whose = { partnerId, home: begun.home };
  // A partner's token may change its own fleet, by way of this only.
  const { actor } = services;
  const permissions = new Set([...actor.permissions, "fleet.read", "fleet.write"] as const);
  const trusted: ServiceContext = { ...services, actor: { ...actor, permissions } };
  const verdicts: SyncVerdict[] = [];
  for (const each of about.vehicles)
    verdicts.push(await judged("vehicle", each, () => syncVehicle(trusted, whose, each)));
  for (const each of about.drivers) verdicts.push(await judged("driver", each, () => syncDriver(trusted, whose, each)));
  await endSync(services, { partnerId, id: begun.id, verdicts });
  return { verdicts, isRepeated: false };
}

type Whose = { readonly partnerId: string; readonly home: SyncHome };
type Saved = { readonly id: string; readonly outcome: SyncVerdict["outcome"] };

async function judged(
  kind: SyncVerdict["kind"],
  { clientName }: { readonly clientName: string },
  save: () => Promise<Saved>,
): Promise<SyncVerdict> {
  try {
    return { kind, clientName, ...(await save()), message: "" };
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === "unavailable") throw error;
    return { kind, clientName, outcome: "refused", id: null, message: error.message };
  }
}

async function syncVehicle(
  services: ServiceContext,
  { partnerId, home }: Whose,
  { clientName, make }: SyncedVehicle,
): Promise<Saved> {
  const { id } = await named(services, { entity: "vehicle", value: clientName });
  if (id === null) {
    const vehicle = { ...make(undefined), partnerId };
    return { ...(await saveVehicle(services, { projectId: home.id, vehicle, clientName })), outcome: "created" };
  }
  const before = await readVehicle(services, { id });
  if (before.vehicle.partnerId !== partnerId) refuseForeign(clientName);
  const { projectId, version } = before.vehicle;
  await saveVehicle(services, { id, version, projectId, vehicle: { ...make(before), partnerId } });
  const after = await readVehicle(services, { id });
  return { id, outcome: after.vehicle.version === version ? "unchanged" : "updated" };
}

async function syncDriver(
  services: ServiceContext,
  { partnerId, home }: Whose,
  { clientName, vehicleName, make }: SyncedDriver,
): Promise<Saved> {
  const vehicleId = vehicleName ? await ownVehicle(services, partnerId, vehicleName) : vehicleName;
  const { id } = await named(services, { entity: "driver", value: clientName });
  if (id === null) {
    const driver = { ...make({ before: undefined, vehicleId, home }), partnerId };
    return { ...(await saveDriver(services, { projectId: home.id, driver, clientName })), outcome: "created" };
  }
  const before = await readDriver(services, { id });
  if (before.driver.partnerId !== partnerId) refuseForeign(clientName);
  const { projectId, version } = before.driver;
  const driver = { ...make({ before, vehicleId, home }), partnerId };
  await saveDriver(services, { id, version, projectId, driver });
  const after = await readDriver(services, { id });
  return { id, outcome: after.driver.version === version ? "unchanged" : "updated" };
}

async function ownVehicle(services: ServiceContext, partnerId: string, value: string): Promise<string> {
  const { id } = await named(services, { entity: "vehicle", value });
  const known = id === null ? undefined : await readVehicle(services, { id });
  if (id !== null && known?.vehicle.partnerId === partnerId) return id;
  throw new ServiceError("not-found", `There is no vehicle ${value} of this partner.`, {
    reason: "no-such",
    what: "vehicle",
  });
}

function refuseForeign(clientName: string): never {
  throw new ServiceError("conflict", `${clientName} is somebody else's name here.`, { reason: "exists" });
}

const named = query({
  permission: "partner.act",
  input: z.object({ entity: z.enum(["driver", "vehicle"]), value: z.string() }),
  run: async ({ tx, actor }, { entity, value }) => ({
    id: (await findByClientName(tx, actor.organizationId, entity, value)) ?? null,
  }),
});

const beginSync = command({
  permission: "partner.act",
  input: z.object({ partnerId: z.uuid(), name: z.string(), raw: z.string() }),
  run: async ({ tx, actor, now, newId, correlationId }, { partnerId, name, raw }) => {
    const { organizationId } = actor;
    await ownPartner(tx, actor, partnerId);
    const home = found(await findHomeProject(tx, organizationId), "project");
    const id = newId();
    const requestHash = hashBytes(raw);
    const row = { organizationId, id, partnerId, kind: "driver-sync" as const, name, request: raw, requestHash };
    if (await claimExchange(tx, { ...row, correlationId, createdAt: now })) return untraced({ id, home, answer: null });
    const before = await findExchange(tx, organizationId, partnerId, "driver-sync", name);
    // Broken off before its end: everything in it may be done again.
    return untraced({ id: before?.id ?? id, home, answer: before?.answer || null });
  },
});

const endSync = command({
  permission: "partner.act",
  input: z.object({ partnerId: z.uuid(), id: z.uuid(), verdicts: z.custom<readonly SyncVerdict[]>(Array.isArray) }),
  run: async ({ tx, actor }, { partnerId, id, verdicts }) => {
    await answerExchange(tx, actor.organizationId, id, JSON.stringify(verdicts));
    const count = (outcome: SyncVerdict["outcome"]) => verdicts.filter((each) => each.outcome === outcome).length;
    const data = { created: count("created"), updated: count("updated"), refused: count("refused") };
    return changed(null, [{ type: "partner.fleet-synced", entity: "partner", entityId: partnerId, data }]);
  },
});
