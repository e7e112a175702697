import { type DrayProblem, readDray } from "../../formats/dray/read-dray";

interface Moment {
  readonly seconds?: string;
}
interface VisitRequest {
  readonly arrivalLocation: { readonly latitude: number; readonly longitude: number };
  readonly timeWindows?: readonly { readonly startTime?: Moment; readonly endTime?: Moment }[];
  readonly duration?: Moment;
}
interface Shipment {
  readonly pickup?: { readonly visitRequests: readonly VisitRequest[] } | null;
  readonly delivery?: { readonly visitRequests: readonly VisitRequest[] } | null;
  readonly penaltyCost?: { readonly value?: string };
}
interface Vehicle {
  readonly startLocation: VisitRequest["arrivalLocation"];
  readonly endLocation?: VisitRequest["arrivalLocation"];
  readonly costPerHour?: number;
  readonly costPerKilometer?: number;
  readonly fixedCost?: number;
}
interface BreakRequest {
  readonly earliestStartTime: Moment;
  readonly latestStartTime: Moment;
  readonly duration: Moment;
}
interface Request {
  readonly model: {
    readonly shipments: readonly Shipment[];
    readonly vehicles: readonly Vehicle[];
    readonly globalStartTime: Moment;
    readonly globalEndTime: Moment;
    readonly breakRules?: readonly { readonly breakRequests: readonly BreakRequest[] }[];
  };
}

/**
 * Reads a planning request of Google's fleet routing examples: shipments of one visit or a pickup and its delivery,
 * windows, penalties as prizes, breaks (of every vehicle), costs by hour, kilometre and vehicle. Times count from the
 * plan's beginning; travel is estimated for a van. Not modelled: `softEndTime` and `costPerHourAfterSoftEndTime` of a
 * window, `costPerHourOfGlobalDuration`, `considerRoadTraffic`.
 */
export function readGoogleRequest(json: string): DrayProblem {
  const { model }: Request = JSON.parse(json);
  const begin = Number(model.globalStartTime.seconds);
  const secondsOf = (moment: Moment) => Math.max(0, Number(moment.seconds ?? 0) - begin);
  const shift = { from: 0, to: secondsOf(model.globalEndTime) };
  const place = ({ latitude: lat, longitude: lng }: VisitRequest["arrivalLocation"]) => ({ lat, lng });
  const visit = ({ arrivalLocation, timeWindows = [], duration }: VisitRequest) => ({
    location: place(arrivalLocation),
    serviceSeconds: Number(duration?.seconds ?? 0),
    windows: timeWindows.map(({ startTime, endTime }) => ({
      from: startTime ? secondsOf(startTime) : shift.from,
      to: endTime ? secondsOf(endTime) : shift.to,
    })),
  });
  const breaks = (model.breakRules ?? [])
    .flatMap(({ breakRequests }) => breakRequests)
    .map(({ earliestStartTime, latestStartTime, duration }) => ({
      from: secondsOf(earliestStartTime),
      to: secondsOf(latestStartTime),
      durationSeconds: Number(duration.seconds ?? 0),
    }));
  return readDray(
    JSON.stringify({
      vehicles: model.vehicles.map((vehicle, k) => ({
        id: `vehicle ${k + 1}`,
        start: place(vehicle.startLocation),
        ...(vehicle.endLocation && { end: place(vehicle.endLocation) }),
        shift,
        breaks,
        // Where a request prices nothing, time is what counts.
        costPerHourCents: centsOf(vehicle.costPerHour) || (isPriced(vehicle) ? 0 : 100),
        costPerKmCents: centsOf(vehicle.costPerKilometer),
        fixedCostCents: centsOf(vehicle.fixedCost),
      })),
      visits: model.shipments.flatMap(({ pickup, delivery, penaltyCost }, i) => {
        const from = pickup?.visitRequests[0];
        const to = delivery?.visitRequests[0];
        const prize = penaltyCost ? { prizeCents: centsOf(Number(penaltyCost.value ?? 0)) } : {};
        const ids = { pickup: `shipment ${i + 1}`, dropoff: `delivery ${i + 1}` };
        if (from && to)
          return [
            { id: ids.pickup, ...visit(from), ...prize, dropoff: ids.dropoff },
            { id: ids.dropoff, ...visit(to) },
          ];
        const only = from ?? to;
        return only ? [{ id: ids.pickup, ...visit(only), ...prize }] : [];
      }),
    }),
  );
}

function isPriced({ costPerHour, costPerKilometer }: Vehicle): boolean {
  return costPerHour !== undefined || costPerKilometer !== undefined;
}

function centsOf(amount = 0): number {
  return Math.round(amount * 100);
}
