import type { LatLng } from "@/server/domain/geo";
import type {
  CarrierFault,
  ConnectionSecrets,
  ConnectionSettings,
  Connector,
} from "@/server/domain/partner/connection";
import type { Simulation } from "@/server/domain/partner/simulation";

/** A partner as it is reached. */
export interface CarrierConnection {
  /** Of a sandbox's partner: no server is asked, whatever the connector; he answers as it says. Null: he is real. */
  readonly simulation: Simulation | null;
  readonly connector: Connector;
  readonly settings: ConnectionSettings;
  /** Null: they cannot be opened any more, so that nobody can be asked by them. */
  readonly secrets: ConnectionSecrets | null;
  /** Of prices without one. */
  readonly currency: string;
}

export interface CarrierPlace {
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly position: LatLng | null;
  readonly instructions: string;
  /** RFC 3339; null: at any time. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

/** A job as a carrier is told of it. */
export interface CarrierJob {
  readonly serviceLevel: string;
  readonly pickup: CarrierPlace | null;
  readonly dropoff: CarrierPlace | null;
  readonly weightGrams: number;
  readonly parcels: number;
  /** By road as far as known; null: unknown. */
  readonly distanceMeters: number | null;
  readonly vehicleProfile: string | null;
}

/** A job that is handed over. */
export interface OfferedJob extends CarrierJob {
  /** Ours for it: the same offer has the same, however often it is made. */
  readonly assignmentId: string;
  readonly deliveryId: string;
}

/** Word for word what was said, for audit; no credentials. */
export interface CarrierExchange {
  readonly request: string;
  readonly status: number | null;
  readonly answer: string;
  readonly milliseconds: number | null;
}

/**
 * Why a partner's server was of no use. `unknown`: it may have done what it was asked all the same; `failed`: it has not.
 */
export interface CarrierFailure {
  readonly outcome: "failed" | "unknown";
  readonly message: string;
  /** The same, for whoever says it in other words; absent: it has none. */
  readonly fault?: CarrierFault;
}

/** `skipped`: there is nobody to ask, or nothing to ask him by, which `fault` says. */
export interface CarrierTrial {
  readonly outcome: "ok" | "skipped";
  readonly message: string;
  readonly fault?: CarrierFault;
}

export interface CarrierQuote {
  readonly outcome: "quoted";
  readonly priceCents: number;
  readonly currency: string;
  readonly co2Grams: number | null;
  readonly minutes: number | null;
  readonly reference: string;
}

/** `awaited`: he has heard it, and will say by himself whether he takes it. */
export interface CarrierAcceptance {
  readonly outcome: "accepted" | "awaited";
  readonly reference: string;
}

export interface CarrierRefusal {
  readonly outcome: "declined";
  readonly message: string;
}

export type Told<T> = (T | CarrierFailure) & { readonly exchange: CarrierExchange };

/** `declined`: he knows nothing of it, or not any more; `refused`: he has it, and says that it cannot be taken back. */
export interface CancelRefusal {
  readonly outcome: "declined" | "refused";
  readonly message: string;
}

/** Partners' servers, and price lists in their place. Never rejects for what a partner does: that is an answer. */
export interface Carriers {
  test(connection: CarrierConnection): Promise<Told<CarrierTrial>>;
  quote(connection: CarrierConnection, job: CarrierJob): Promise<Told<CarrierQuote | CarrierRefusal>>;
  handOver(connection: CarrierConnection, job: OfferedJob): Promise<Told<CarrierAcceptance | CarrierRefusal>>;
  /** Takes an offer back, also one of which nobody knows whether it was heard. */
  cancel(
    connection: CarrierConnection,
    offer: { readonly assignmentId: string; readonly reference: string },
  ): Promise<Told<{ readonly outcome: "cancelled" } | CancelRefusal>>;
}
