import { z } from "zod";
import type { LatLng } from "@/server/domain/geo";
import { estimateLeg, UNCALIBRATED } from "@/server/domain/travel/estimate-leg";
import type { CarrierJob, CarrierPlace } from "@/server/ports/carrier";
import type { connectPartner } from "@/server/services/partner/connect-partner";
import type { quoteRate } from "@/server/services/partner/quote-rate";
import type { readPerformance } from "@/server/services/partner/read-performance";
import { dress } from "../ids";
import type {
  CredentialsAnswer,
  CredentialsRequest,
  PerformanceAnswer,
  RateTestAnswer,
  RateTestRequest,
  SamplePlace,
} from "../wire/partner-credentials";
import { said } from "./door";

/** What a request says of how a partner is reached, in the core's terms. Fields in `credentials` count like those beside it. */
export function toConnection({ connector, base_url, api_key, secret, tariff, manifest, ...rest }: CredentialsRequest) {
  const nested = z.record(z.string(), z.unknown()).safeParse(rest.credentials).data;
  const { credentials: _, ...beside } = rest;
  const others = Object.entries(nested ? { ...beside, ...nested } : rest).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [[name.slice(0, 100), typeof value === "string" ? value : JSON.stringify(value)] as const],
  );
  return {
    connector: connector ?? (base_url ? ("http" as const) : manifest ? ("manifest" as const) : ("tariff" as const)),
    settings: {
      ...(base_url !== undefined && { baseUrl: base_url }),
      ...(manifest && {
        manifest: { emails: manifest.emails, sendAtSeconds: manifest.send_times.map(secondsOf) },
      }),
      ...(tariff && {
        tariff: {
          currency: tariff.currency,
          baseCents: tariff.base_cents,
          perKmCents: tariff.per_km_cents,
          perKgCents: tariff.per_kg_cents,
          gramsCo2PerKm: tariff.co2_grams_per_km,
        },
      }),
    },
    secrets: {
      ...(api_key !== undefined && { apiKey: api_key }),
      ...(secret !== undefined && { signingSecret: secret }),
      others: Object.fromEntries(others),
    },
  };
}

/** "07:30" in seconds since midnight. */
function secondsOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}

/** What was stored, by name only. */
export function fromConnection(
  partnerId: string,
  { secrets }: ReturnType<typeof toConnection>,
  made: Awaited<ReturnType<typeof connectPartner>>,
): CredentialsAnswer {
  const id = dress("credential", made.id);
  const { outcome, message, at, milliseconds } = made.test;
  return {
    id,
    credential_id: id,
    partner_id: dress("partner", partnerId),
    connector: made.connector,
    base_url: made.settings.baseUrl ?? null,
    fields: [
      ...(secrets.apiKey === undefined ? [] : ["api_key"]),
      ...(secrets.signingSecret === undefined ? [] : ["secret"]),
      ...Object.keys(secrets.others),
    ],
    replaced_credential_id: made.replacedId && dress("credential", made.replacedId),
    test: { status: outcome, ok: outcome !== "failed", message, latency_ms: milliseconds, tested_at: at },
    created_at: said(made.createdAt),
  };
}

/** A sample job; undefined where nobody could tell how far it is. */
export function toSampleJob(request: RateTestRequest): CarrierJob | undefined {
  const { pickup, dropoff, stops, packages, service_level, vehicle_type } = request;
  const way = (stops ?? [pickup, dropoff]).map((each) => each && placeAt(each));
  const meters = request.distance_meters ?? roadMeters(way, vehicle_type ?? "van");
  if (meters === undefined) return undefined;
  const [first, last] = stops ? [stops[0], stops.at(-1)] : [pickup, dropoff];
  return {
    serviceLevel: service_level,
    pickup: first ? toPlace(first) : null,
    dropoff: last ? toPlace(last) : null,
    weightGrams: Math.round(packages.reduce((sum, { weight = 0 }) => sum + weight, 0)),
    parcels: Math.max(1, packages.length),
    distanceMeters: meters,
    vehicleProfile: vehicle_type ?? null,
  };
}

function roadMeters(way: readonly (LatLng | undefined)[], profile: "bike" | "car" | "van" | "truck") {
  const legs = way.slice(1).map((to, index) => {
    const from = way[index];
    return from && to ? estimateLeg(from, to, profile, UNCALIBRATED).distanceMeters : undefined;
  });
  return legs.reduce<number | undefined>(
    (sum, leg) => (sum === undefined || leg === undefined ? undefined : sum + leg),
    0,
  );
}

function placeAt({ address, location, lat, lon }: SamplePlace): LatLng | undefined {
  const point = location ?? address?.location;
  if (point) return { lat: point.lat, lng: point.lon };
  const [y, x] = [lat ?? address?.lat, lon ?? address?.lon];
  return y !== undefined && x !== undefined ? { lat: y, lng: x } : undefined;
}

function toPlace(place: SamplePlace): CarrierPlace {
  const { line1 = "", city = "", postal_code = "", country = "" } = place.address ?? {};
  const nobody = { name: "", phone: "", instructions: "" };
  const position = placeAt(place) ?? null;
  return { ...nobody, street: line1, postcode: postal_code, city, country, position, window: place.window ?? null };
}

export function fromRate(
  partnerId: string,
  job: CarrierJob,
  { connector, isAssumed, answer }: Awaited<ReturnType<typeof quoteRate>>,
): RateTestAnswer {
  const quoted = answer.outcome === "quoted" ? answer : null;
  return {
    partner_id: dress("partner", partnerId),
    connector,
    test: true,
    ok: quoted !== null,
    price: quoted && {
      amount_cents: quoted.priceCents,
      amount: quoted.priceCents / 100,
      currency: quoted.currency,
    },
    distance_meters: job.distanceMeters,
    eta_minutes: quoted?.minutes ?? null,
    co2_grams: quoted?.co2Grams ?? null,
    quote_id: quoted?.reference || null,
    basis: connector === "http" ? "partner" : isAssumed ? "assumed_tariff" : "tariff",
    message: answer.outcome === "quoted" ? "" : answer.message,
  };
}

export function fromPerformance(
  partnerId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
  row: Awaited<ReturnType<typeof readPerformance>>,
): PerformanceAnswer {
  const onTime = share(row.onTime, row.promised);
  const target = row.sla.onTimePercent ?? null;
  return {
    partner_id: dress("partner", partnerId),
    from: said(from),
    to: said(to),
    deliveries: row.deliveries,
    delivered: row.delivered,
    failed: row.failed,
    on_time: row.onTime,
    on_time_pct: onTime,
    missed_pickups: row.missedPickups,
    success_pct: share(row.delivered, row.delivered + row.failed),
    avg_delivery_minutes: row.meanSeconds === null ? null : Math.round(row.meanSeconds / 6) / 10,
    offers: { made: row.offered, accepted: row.accepted, acceptance_pct: share(row.accepted, row.decided) },
    sla: { on_time_target_pct: target, met: target === null || onTime === null ? null : onTime >= target },
  };
}

/** Per cent with one decimal; null of nothing. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
