import type { LatLng } from "@/server/domain/geo";
import type { MessageReader } from "@/server/domain/message/message-reader";
import type { AssessedArrival } from "./assess-arrival";
import { type ActRefusal, CUSTOMER_ACTS, type CustomerAct, type CustomerActFacts, refusesAct } from "./customer-act";
import { type ArrivalLines, describeArrival } from "./describe-arrival";
import { driverFirstName } from "./driver-first-name";
import { maskAddress } from "./mask-address";
import { ontoGrid, type SeenPosition, shownPosition } from "./shown-position";
import type { TrackingScope } from "./tracking-access";
import type { TrackingPolicy } from "./tracking-policy";
import { isUnderWay, type Nearness, type TrackingState } from "./tracking-state";
import { visibleFields } from "./visible-fields";

/** What is known of a delivery, private things included: only what `trackingPage` answers may leave the server. */
export interface TrackingSources {
  readonly arrival: AssessedArrival;
  readonly nearness: Nearness;
  readonly serviceDate: string | null;
  /** The door's. */
  readonly timeZone: string;
  readonly driverName: string;
  readonly vehicleLabel: string;
  readonly address: { readonly street: string; readonly postcode: string; readonly city: string };
  /** Where the door is; null: not known. */
  readonly door: LatLng | null;
  /** The van's last positions, newest or not first. */
  readonly seen: readonly SeenPosition[];
  readonly acts: Omit<CustomerActFacts, "scope" | "state">;
}

/** All a customer's browser gets to know; empty texts and null are not shown. */
export interface TrackingPage {
  readonly state: TrackingState;
  readonly lines: ArrivalLines;
  readonly stopsBefore: number | null;
  readonly driver: string;
  readonly vehicle: string;
  readonly address: string;
  readonly callCentrePhone: string;
  /** Both on a grid; null: not now. */
  readonly map: { readonly van: LatLng; readonly door: LatLng } | null;
  /** Null: may be done. */
  readonly acts: Readonly<Record<CustomerAct, ActRefusal | null>>;
  /** Whether it is worth asking again. */
  readonly isLive: boolean;
}

/**
 * A customer's page (product.md §3): the one place where private things become what may be seen. A link that shows the
 * state only has neither address nor day nor anything to do; whatever is not visible now is absent, not hidden.
 */
export function trackingPage(
  reader: MessageReader,
  sources: TrackingSources,
  scope: Exclude<TrackingScope, "none">,
  policy: TrackingPolicy,
  nowMs: number,
): TrackingPage {
  const { arrival, nearness } = sources;
  const { state, lateness, told } = arrival;
  const isWhole = scope === "page";
  const visible = isWhole ? visibleFields(state, nearness, policy.fields) : new Set();
  const lines = describeArrival(reader, { ...sources, state, lateness, window: told });
  const facts = { ...sources.acts, scope, state };
  const isNext = state === "next" || state === "arrived";
  const van = visible.has("position") ? shownPosition(sources.seen, isNext, nowMs, policy.position) : null;
  return {
    state,
    lines: isWhole ? lines : { lateness: "", state: lines.state, day: "", window: "" },
    stopsBefore: visible.has("stopsBefore") ? (isNext ? 0 : nearness.stopsBefore) : null,
    driver: visible.has("driverName") ? driverFirstName(sources.driverName) : "",
    vehicle: visible.has("vehicle") ? sources.vehicleLabel : "",
    address: isWhole ? maskAddress(sources.address) : "",
    callCentrePhone: isWhole ? policy.callCentrePhone : "",
    map: van && sources.door && { van, door: ontoGrid(sources.door, policy.position.roundMeters) },
    acts: Object.fromEntries(CUSTOMER_ACTS.map((act) => [act, refusesAct(act, facts, policy, nowMs)])) as Record<
      CustomerAct,
      ActRefusal | null
    >,
    isLive: isWhole && isUnderWay(state),
  };
}
