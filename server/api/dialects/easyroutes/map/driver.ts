import type { DriverInput } from "@/server/domain/driver/driver-schema";
import { dress } from "../ids";
import type { DriverStatusWire, DriverWire } from "../wire/driver";
import { namesOf } from "./person";

const STATUSES = {
  active: "ACTIVE",
  inactive: "INACTIVE",
  archived: "ARCHIVED",
} as const satisfies Readonly<Record<DriverInput["status"], DriverStatusWire>>;
const STATUS_OF_WIRE = new Map(
  Object.entries(STATUSES).map(([status, wire]) => [wire, status as DriverInput["status"]]),
);

/** The statuses meant; undefined: any. */
export function toDriverStatuses(wanted: readonly string[]): DriverInput["status"][] | undefined {
  const statuses = wanted.flatMap((wire) => STATUS_OF_WIRE.get(wire as DriverStatusWire) ?? []);
  return statuses.length > 0 ? statuses : undefined;
}

interface Known extends Pick<DriverInput, "name" | "phone" | "status"> {
  readonly id: string;
}

/** A driver as this API says him. */
export function fromDriver({ id, name, phone, status }: Known): DriverWire {
  return { id: dress("driver", id), ...namesOf(name), phone, status: STATUSES[status] };
}
