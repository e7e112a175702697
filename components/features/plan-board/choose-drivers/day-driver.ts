import type { DriverBreak } from "@/server/domain/driver/driver-break";

/** A driver who could work the day, with what they usually drive. */
export interface DriverItem {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  readonly breaks: readonly DriverBreak[];
  readonly vehicleId: string | null;
  readonly depotId: string | null;
}

export interface FleetItems {
  readonly drivers: readonly DriverItem[];
  readonly vehicles: readonly { readonly id: string; readonly label: string; readonly registration: string }[];
  readonly depots: readonly { readonly id: string; readonly name: string }[];
}

/** What is absent stays as the day has it, else as the driver usually has it. */
export interface ChosenDriver {
  readonly driverId: string;
  readonly vehicleId?: string;
  readonly startDepotId?: string;
  readonly endDepotId?: string | null;
  readonly shiftFromSeconds?: number;
  readonly shiftToSeconds?: number;
  /** Null: as the driver usually takes them. */
  readonly breaks?: DriverBreak[] | null;
}

export interface RefusedDriver {
  readonly driverId: string;
  readonly reason:
    | "unknown-driver"
    | "inactive"
    | "no-vehicle"
    | "no-depot"
    | "shift-ends-before-it-begins"
    | "route-has-stops"
    | "route-dispatched";
}
