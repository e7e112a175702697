import { z } from "zod";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import type { DriverInput } from "@/server/domain/driver/driver-schema";
import type { readDriver } from "@/server/services/fleet/read-driver";
import { dress } from "../ids";
import type { DriverAnswer, DriverPatch } from "../wire/driver";
import { said } from "./door";
import { toOwnValues } from "./own-values";

type Known = Awaited<ReturnType<typeof readDriver>>;

const KEY = "lastmile";
const sentSchema = z.object({ documents: z.array(z.string()).optional(), phone: z.string().optional() });

/** A new driver's, until the desk says otherwise: eight to eight, at what an hour costs. */
const BLANK: DriverInput = {
  name: "",
  email: "",
  phone: "",
  skills: [],
  status: "active",
  shiftFromSeconds: 8 * 3600,
  shiftToSeconds: 20 * 3600,
  vehicleId: null,
  depotId: null,
  costPerHourCents: 2400,
};

/** What of a request the caller has looked up; undefined: nothing is said of it. */
export interface LookedUp {
  readonly partnerId: string | null | undefined;
  readonly vehicleId: string | null | undefined;
  readonly country: string;
  readonly depotId: string | null;
}

/** A driver as a request makes him of what he was. */
export function toDriver(request: DriverPatch, { partnerId, vehicleId, country, depotId }: LookedUp, before?: Known) {
  const was = before ? inputOf(before) : { ...BLANK, depotId };
  const sent = sentOf(was.extensions);
  const { name = was.name, email = was.email, skills = was.skills, phone, documents, metadata, active } = request;
  const normal = phone === undefined || phone === "" ? undefined : normalizePhone(phone, country);
  const driver: DriverInput = {
    ...was,
    name,
    email,
    skills,
    // One that cannot be called is handed back, and not kept to call.
    phone: phone === undefined ? was.phone : normal?.ok ? normal.phone : "",
    ...(active !== undefined && { status: active ? "active" : "inactive" }),
    ...(vehicleId !== undefined && { vehicleId }),
    ...(partnerId !== undefined && { partnerId }),
    ...(metadata && { metadata: { ...was.metadata, ...metadata } }),
    ...toOwnValues(request.custom_fields, before?.driver.customFields),
    extensions: {
      ...was.extensions,
      [KEY]: { documents: ownNames(documents, before) ?? sent.documents ?? [], phone: phone ?? sent.phone ?? "" },
    },
  };
  return driver;
}

/** A driver as this API says him. */
export function fromDriver({ driver, clientName, vehicleClientName, documentIds }: Known): DriverAnswer {
  const id = dress("driver", driver.id);
  const sent = sentOf(driver.extensions);
  const isActive = driver.status === "active";
  return {
    id,
    driver_id: id,
    external_driver_id: clientName,
    partner_id: driver.partnerId && dress("partner", driver.partnerId),
    name: driver.name,
    phone: driver.phone || (sent.phone ?? ""),
    email: driver.email,
    vehicle_id: driver.vehicleId && (vehicleClientName ?? dress("vehicle", driver.vehicleId)),
    skills: driver.skills,
    documents: [...(sent.documents ?? []), ...documentIds.map((each) => dress("document", each))],
    status: isActive ? driver.availability : "deactivated",
    status_at: driver.availabilityAt && said(driver.availabilityAt),
    active: isActive,
    metadata: driver.metadata,
    custom_fields: driver.customFields,
    version: driver.version,
    created_at: said(driver.createdAt),
    updated_at: said(driver.updatedAt),
  };
}

/** The client's own names among those of a request, which may say ours again. */
function ownNames(documents: readonly string[] | undefined, before: Known | undefined): string[] | undefined {
  const ours = new Set(before?.documentIds.map((each) => dress("document", each)));
  return documents?.filter((name) => !ours.has(name));
}

function inputOf({ driver }: Known): DriverInput {
  const { name, email, phone, skills, status, shiftFromSeconds, shiftToSeconds } = driver;
  const { vehicleId, depotId, costPerHourCents, metadata, extensions } = driver;
  const shift = { shiftFromSeconds, shiftToSeconds, costPerHourCents };
  return { name, email, phone, skills, status, ...shift, vehicleId, depotId, metadata, extensions };
}

function sentOf(extensions: DriverInput["extensions"]): z.output<typeof sentSchema> {
  return sentSchema.safeParse(extensions?.[KEY]).data ?? {};
}
