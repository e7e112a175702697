import { createHmac } from "node:crypto";
import { z } from "zod";
import { GuardedFailure, type GuardedFetch } from "@/server/adapters/http/guarded-request";
import type { CarrierFault, ConnectionSecrets } from "@/server/domain/partner/connection";
import { saidId } from "@/server/domain/partner/said-id";
import type {
  CarrierConnection,
  CarrierExchange,
  CarrierFailure,
  CarrierJob,
  CarrierRefusal,
  Carriers,
  Told,
} from "@/server/ports/carrier";
import type { Clock } from "@/server/ports/clock";

const amount = z.int().min(0).max(1_000_000_000);
const quoteSchema = z.object({
  price_cents: amount,
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/)
    .optional(),
  co2_grams: amount.nullish(),
  eta_minutes: amount.nullish(),
  quote_id: z.string().max(200).nullish(),
});
const acceptanceSchema = z.object({
  /** Null: it will say so by itself (`POST /partner-api/…/status`). */
  accepted: z.boolean().nullish(),
  reference: z.string().max(200).nullish(),
  reason: z.string().max(500).nullish(),
});

/** Statuses by which a partner says no to this job, and not that something is wrong. */
const DECLINING = new Set([404, 409, 410, 422]);

const SECRETS_LOST = "Its credentials cannot be opened any more: they were sealed with a key that is not here.";

/** Among them those by which he says that he has it, and that it is too late. */
const KEEPING = new Set([409, 422]);
const MOST_WORDS = 300;

/** It has been heard, and is answered later. */
const ACCEPTED_FOR_LATER = 202;

/**
 * A partner's server, by our contract: `GET /health`, `POST /quotes`, `POST /jobs`, `POST /jobs/{assignment}/cancel` below its
 * address, JSON both ways. Each request carries the partner's key as bearer, and `X-Dray-Timestamp` with `X-Dray-Signature:
 * sha256=<hex HMAC-SHA256(signing secret, timestamp "." body)>`; offers an `Idempotency-Key`. Who answers an offer with 202, or
 * with `accepted: null`, says later by the partner API whether he takes it.
 */
export function createHttpCarrier(fetch: GuardedFetch, clock: Clock): Carriers {
  const ask = async (connection: CarrierConnection, call: Call): Promise<Asked> => {
    const body = call.body === undefined ? "" : JSON.stringify(call.body);
    const request = `${call.method} ${call.path}${body && `\n${body}`}`;
    const { baseUrl } = connection.settings;
    const { secrets } = connection;
    if (!secrets) return { failure: failed(SECRETS_LOST, "secrets-lost"), exchange: unanswered(request) };
    if (!baseUrl) return { failure: failed("It has no address.", "no-address"), exchange: unanswered(request) };
    try {
      const url = baseUrl.replace(/\/+$/, "") + call.path;
      const headers = headersOf(secrets, body, clock.now(), call.name);
      const { status, text, milliseconds } = await fetch({ url, method: call.method, headers, ...(body && { body }) });
      const answer = withoutSecrets(text, secrets);
      return { status, text, exchange: { request, status, answer, milliseconds } };
    } catch (error) {
      if (!(error instanceof GuardedFailure)) throw error;
      const outcome = error.mayHaveArrived ? "unknown" : "failed";
      return { failure: { outcome, message: error.message, fault: error.kind }, exchange: unanswered(request) };
    }
  };
  return {
    test: async (connection) => {
      const asked = await ask(connection, { method: "GET", path: "/health" });
      if (asked.failure) return { ...asked.failure, exchange: asked.exchange };
      if (isSuccess(asked.status)) return { outcome: "ok", message: "It answers.", exchange: asked.exchange };
      return { ...failed(wrongStatus(asked.status), "status"), exchange: asked.exchange };
    },
    quote: async (connection, job) => {
      const asked = await ask(connection, { method: "POST", path: "/quotes", body: said(job) });
      const read = answerOf(asked, quoteSchema);
      if (!read.ok) return read.said;
      const { price_cents: priceCents, currency = connection.currency, co2_grams, eta_minutes, quote_id } = read.body;
      const about = { currency: currency.toUpperCase(), co2Grams: co2_grams ?? null, minutes: eta_minutes ?? null };
      return { outcome: "quoted", priceCents, ...about, reference: quote_id ?? "", exchange: asked.exchange };
    },
    handOver: async (connection, job) => {
      const { assignmentId, deliveryId } = job;
      const assignment = saidId("assignment", assignmentId);
      const body = { assignment_id: assignment, delivery_id: saidId("delivery", deliveryId), ...said(job) };
      const asked = await ask(connection, { method: "POST", path: "/jobs", body, name: assignment });
      const isForLater = asked.exchange.status === ACCEPTED_FOR_LATER;
      const read = answerOf(asked, acceptanceSchema, isForLater);
      // What was heard and answered in riddles may have been accepted.
      if (!read.ok) return read.isRiddle ? { ...read.said, outcome: "unknown" } : read.said;
      const { reference, reason } = read.body;
      const { accepted = isForLater ? null : true } = read.body;
      const { exchange } = asked;
      if (accepted === false) return { outcome: "declined", message: reason ?? "It said no.", exchange };
      return { outcome: accepted === null ? "awaited" : "accepted", reference: reference ?? "", exchange };
    },
    cancel: async (connection, { assignmentId, reference }) => {
      const assignment = saidId("assignment", assignmentId);
      const path = `/jobs/${assignment}/cancel`;
      const asked = await ask(connection, { method: "POST", path, body: { assignment_id: assignment, reference } });
      if (asked.failure) return { ...asked.failure, exchange: asked.exchange };
      if (isSuccess(asked.status)) return { outcome: "cancelled", exchange: asked.exchange };
      const message = wrongStatus(asked.status);
      if (KEEPING.has(asked.status)) {
        return { outcome: "refused", message: wordsOf(asked.exchange.answer) || message, exchange: asked.exchange };
      }
      if (DECLINING.has(asked.status)) return { outcome: "declined", message, exchange: asked.exchange };
      return { ...failed(message, "status"), exchange: asked.exchange };
    },
  };
}

interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** Asked twice, it is done once. */
  readonly name?: string;
}

type Asked =
  | { readonly failure: CarrierFailure; readonly exchange: CarrierExchange }
  | { readonly failure?: never; readonly status: number; readonly text: string; readonly exchange: CarrierExchange };

const failed = (message: string, fault: CarrierFault): CarrierFailure => ({ outcome: "failed", message, fault });
const wrongStatus = (status: number) => `It answered ${status}.`;
const isSuccess = (status: number) => status >= 200 && status < 300;
const unanswered = (request: string): CarrierExchange => ({ request, status: null, answer: "", milliseconds: null });

type Read<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly said: Told<CarrierRefusal>; readonly isRiddle: boolean };

/** An answer by its schema. A riddle: it was heard and answered, but what that means nobody can tell. */
function answerOf<S extends z.ZodType>(asked: Asked, schema: S, mayBeEmpty = false): Read<z.output<S>> {
  const { exchange } = asked;
  const not = (said: CarrierFailure | CarrierRefusal, isRiddle = false) => ({
    ok: false as const,
    said: { ...said, exchange },
    isRiddle,
  });
  if (asked.failure) return not(asked.failure);
  if (DECLINING.has(asked.status)) return not({ outcome: "declined", message: wrongStatus(asked.status) });
  if (!isSuccess(asked.status)) return not(failed(wrongStatus(asked.status), "status"), asked.status >= 500);
  const parsed = schema.safeParse(mayBeEmpty && asked.text === "" ? {} : jsonOf(asked.text));
  return parsed.success
    ? { ok: true, body: parsed.data }
    : not(failed("Its answer cannot be read.", "unreadable"), true);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const reasonSchema = z
  .object({ reason: z.string() })
  .or(z.object({ message: z.string() }).transform((said) => ({ reason: said.message })));

/** Why he says no, in his own words; empty: he has not said. */
function wordsOf(answer: string): string {
  const said = reasonSchema.safeParse(jsonOf(answer));
  return said.success ? said.data.reason.trim().slice(0, MOST_WORDS) : "";
}

/** A server that says back what it was sent must not bring our key into what is kept. */
function withoutSecrets(text: string, { apiKey, signingSecret }: ConnectionSecrets): string {
  return [apiKey, signingSecret].reduce<string>((kept, each) => (each ? kept.replaceAll(each, "•••") : kept), text);
}

function headersOf({ apiKey, signingSecret }: ConnectionSecrets, body: string, now: Date, name: string | undefined) {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = signingSecret && createHmac("sha256", signingSecret).update(`${timestamp}.${body}`).digest("hex");
  return {
    "x-dray-timestamp": timestamp,
    ...(body && { "content-type": "application/json" }),
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    ...(signature && { "x-dray-signature": `sha256=${signature}` }),
    ...(name && { "idempotency-key": name }),
  };
}

/** A job in the contract's words. */
function said({ serviceLevel, pickup, dropoff, weightGrams, parcels, distanceMeters, vehicleProfile }: CarrierJob) {
  return {
    service_level: serviceLevel,
    pickup: place(pickup),
    dropoff: place(dropoff),
    weight_grams: weightGrams,
    parcels,
    distance_meters: distanceMeters,
    vehicle_type: vehicleProfile,
  };
}

function place(at: CarrierJob["pickup"]) {
  if (!at) return null;
  const { name, phone, street, postcode, city, country, position, instructions, window } = at;
  const address = { line1: street, postal_code: postcode, city, country };
  const location = position && { lat: position.lat, lon: position.lng };
  return { address, location, contact: { name, phone }, instructions, window };
}
