import { type BreakDraft, breakDrafts, readBreaks } from "@/components/lib/breaks/break-draft";
import { formatTimeOfDay } from "@/components/lib/format";
import { amountText, parseAmount } from "@/components/lib/parse-amount";
import type { Checked, DraftErrors } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import { type DriverInput, driverSchema } from "@/server/domain/driver/driver-schema";
import { parseTimeOfDay } from "@/server/domain/intake/parse-time-of-day";
import { draftOfOwn, type OwnDraft, readOwn } from "./own-values";
import type { Driver, Project } from "./use-fleet";

const DAY_SECONDS = 86_400;

/** A driver while it is edited: what the fields hold. */
export interface DriverDraft {
  readonly name: string;
  readonly externalId: string;
  readonly serial: string;
  readonly email: string;
  readonly phone: string;
  readonly skills: readonly string[];
  readonly shiftFrom: string;
  readonly shiftTo: string;
  readonly breaks: readonly BreakDraft[];
  readonly vehicleId: string | null;
  readonly depotId: string | null;
  readonly costPerHour: string;
  readonly ownFields: OwnDraft;
}

export const NEW_DRIVER: DriverDraft = {
  name: "",
  externalId: "",
  serial: "",
  email: "",
  phone: "",
  skills: [],
  shiftFrom: "08:00",
  shiftTo: "17:00",
  breaks: [],
  vehicleId: null,
  depotId: null,
  costPerHour: "",
  ownFields: {},
};

const clock = (seconds: number) => formatTimeOfDay(seconds % DAY_SECONDS);

export function draftOfDriver(driver: Driver): DriverDraft {
  const { name, externalId, serial, email, phone, skills, vehicleId, depotId } = driver;
  const { shiftFromSeconds, shiftToSeconds, breaks, costPerHourCents } = driver;
  return {
    name,
    externalId,
    serial,
    email,
    phone,
    skills,
    shiftFrom: clock(shiftFromSeconds),
    shiftTo: clock(shiftToSeconds),
    breaks: breakDrafts(breaks),
    vehicleId,
    depotId,
    costPerHour: costPerHourCents ? amountText(costPerHourCents, 100) : "",
    ownFields: draftOfOwn(driver.customFields),
  };
}

/** The shift's end as seconds of the day it begins on; an end at or before the beginning is the next day's. */
export function readShift(
  from: string,
  to: string,
): { fromSeconds?: number; toSeconds?: number; isOvernight: boolean } {
  const fromSeconds = parseTimeOfDay(from)?.seconds;
  const end = parseTimeOfDay(to)?.seconds;
  const isOvernight = fromSeconds !== undefined && end !== undefined && end <= fromSeconds;
  return { fromSeconds, toSeconds: end === undefined || !isOvernight ? end : end + DAY_SECONDS, isOvernight };
}

/** What of a project decides how a driver is read. */
export type DriverTerms = Pick<Project, "defaultCountry" | "driverFieldDefinitions">;

/** The driver to save, with the phone number in E.164; or what is wrong. Numbers without a code belong to the country. */
export function checkDriver(
  t: Words<"fleet">,
  draft: DriverDraft,
  status: DriverInput["status"],
  { defaultCountry, driverFieldDefinitions }: DriverTerms,
  before: CustomFieldValues,
): Checked<DriverInput, DriverDraft> {
  const errors: { -readonly [Key in keyof DraftErrors<DriverDraft>]: string } = {};
  const phone = draft.phone.trim() ? normalizePhone(draft.phone, defaultCountry) : ({ ok: true, phone: "" } as const);
  if (!phone.ok) errors.phone = t(`problem.${phone.reason}`);
  const { fromSeconds, toSeconds } = readShift(draft.shiftFrom, draft.shiftTo);
  if (fromSeconds === undefined) errors.shiftFrom = t("problem.shiftFrom");
  if (toSeconds === undefined) errors.shiftTo = t("problem.shiftTo");
  const breaks = readBreaks(draft.breaks, { fromSeconds: fromSeconds ?? 0, toSeconds: toSeconds ?? 0 });
  if (!breaks) errors.breaks = t("problem.breaks");
  const cost = draft.costPerHour.trim() ? parseAmount(draft.costPerHour) : 0;
  if (cost === null || cost < 0) errors.costPerHour = t("problem.costPerHour");
  const own = readOwn(driverFieldDefinitions, draft.ownFields, before);
  if (own.problems.size > 0) errors.ownFields = t("problem.ownFields");
  const parsed = driverSchema.safeParse({
    name: draft.name,
    externalId: draft.externalId,
    serial: draft.serial,
    email: draft.email.trim(),
    phone: phone.ok ? phone.phone : "",
    skills: draft.skills,
    status,
    shiftFromSeconds: fromSeconds ?? 0,
    shiftToSeconds: toSeconds ?? 1,
    breaks: breaks ?? [],
    vehicleId: draft.vehicleId,
    depotId: draft.depotId,
    costPerHourCents: Math.round((cost ?? 0) * 100),
    customFields: own.values,
  });
  for (const { path } of parsed.error?.issues ?? []) {
    if (path[0] === "name") errors.name = t(draft.name.trim() ? "problem.longName" : "problem.driverName");
    if (path[0] === "externalId" || path[0] === "serial") errors[path[0]] = t("problem.longName");
    if (path[0] === "email") errors.email = t("problem.email");
    if (path[0] === "shiftToSeconds") errors.shiftTo = t("problem.shiftEnd");
    if (path[0] === "costPerHourCents") errors.costPerHour = t("problem.million");
  }
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}
