import type { DoorPin } from "@/server/domain/execution/door-pin";
import type { LatLng } from "@/server/domain/geo";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import type { CustomerWish } from "@/server/domain/tracking/customer-wish";

/** A door as a driver finds it. Without a position the address itself must do. */
export interface SheetPlace {
  readonly name: string;
  readonly street: string;
  /** Postcode and town. */
  readonly town: string;
  readonly position: LatLng | null;
}

/** An amount in one of the project's load dimensions, as stored: `amount / perUnit` of `unit`. */
export interface SheetLoad {
  readonly name: string;
  readonly unit: string;
  readonly perUnit: number;
  readonly amount: number;
}

export interface SheetItem {
  readonly id: string;
  readonly description: string;
  readonly barcode: string;
  readonly quantity: number;
}

/** A task as its driver sees it: the expected PIN, which orders carry as a PIN task's first option, is not shown. */
export interface SheetTask extends VisitTask {
  /** Only of PIN tasks whose PIN is known. */
  readonly pin?: DoorPin;
}

/** Times are wall-clock seconds of the plan's day in the plan's zone; ≥ 86,400 is after midnight. */
export interface SheetStop {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  /** A stop where nothing changes hands. */
  readonly isTask: boolean;
  readonly externalId: string;
  readonly place: SheetPlace;
  /** What is dialled, E.164: their own number, or a relay's; empty where none is known. */
  readonly phone: string;
  /** Keyed in once the relay has answered; empty where the number is their own. */
  readonly phoneCode: string;
  readonly arriveSeconds: number;
  /** Before it the driver goes back to where his route starts, to load; absent: straight on. */
  readonly reload?: { readonly arriveSeconds: number; readonly departSeconds: number };
  /** Planned to come after its window has closed. */
  readonly isLate: boolean;
  readonly windows: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  /** The door's instructions, then the order's notes; empty ones left out. */
  readonly notes: readonly string[];
  /** What its customer has asked for on his page; null: nothing. */
  readonly wish: CustomerWish | null;
  readonly loads: readonly SheetLoad[];
  readonly items: readonly SheetItem[];
  /** What is to be done at the door, in order; an act names a task by its place here. */
  readonly tasks: readonly SheetTask[];
  readonly serviceSeconds: number;
}

/** A break the driver is to have, in wall-clock seconds as of the stops. */
export interface SheetBreak {
  /** He takes it before driving on to this stop; null: before the way back. */
  readonly beforeVisitId: string | null;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** All that one driver needs to know of one route, and nothing of any other. */
export interface RouteSheet {
  /** Who delivers, as customers know it; absent in what devices kept before it was said. */
  readonly brand?: { readonly name: string; readonly logoToken: string | null };
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  readonly driverName: string;
  readonly vehicle: { readonly label: string; readonly registration: string };
  /** When the driver leaves the depot, and when the route ends; wall-clock seconds as of the stops. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly distanceMeters: number;
  /** In what the project measures roads; absent in what devices kept before it did. */
  readonly distanceUnit?: "km" | "mi";
  readonly start: SheetPlace;
  /** Null: the route ends at its last stop. */
  readonly end: SheetPlace | null;
  readonly stops: readonly SheetStop[];
  /** Those still to come; absent in what devices kept before there were any. */
  readonly breaks?: readonly SheetBreak[];
}
