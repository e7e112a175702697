import { amountText, parseAmount } from "@/components/lib/parse-amount";
import type { ConnectionSettings, Connector } from "@/server/domain/partner/connection";
import { clockText } from "./ability-draft";
import type { Connection } from "./partner-words";

/** What is typed of how a partner is reached. Secrets begin empty: those that are there are never said. */
export interface ReachDraft {
  readonly connector: Connector;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly signingSecret: string;
  readonly emails: string;
  readonly times: string;
  readonly hasTariff: boolean;
  readonly currency: string;
  readonly base: string;
  readonly perKm: string;
  readonly perKg: string;
  readonly grams: string;
}

export type ReachFault = "url" | "secret" | "emails" | "times" | "currency" | "amount";

const MOST_CENTS = 10_000_000;
const MOST_GRAMS = 100_000;

export function reachDraftOf(connection: Connection | null): ReachDraft {
  const { connector = "http", settings = {} } = connection ?? {};
  const { tariff, manifest, baseUrl = "" } = settings as ConnectionSettings;
  const money = (cents: number | undefined) => (cents === undefined ? "" : amountText(cents, 100));
  return {
    connector,
    baseUrl,
    apiKey: "",
    signingSecret: "",
    emails: manifest?.emails.join(", ") ?? "",
    times: manifest?.sendAtSeconds.map(clockText).join(", ") ?? "",
    hasTariff: tariff !== undefined,
    currency: tariff?.currency ?? "EUR",
    base: money(tariff?.baseCents),
    perKm: money(tariff?.perKmCents),
    perKg: money(tariff?.perKgCents),
    grams: tariff ? String(tariff.gramsCo2PerKm) : "",
  };
}

const listOf = (text: string) => text.split(/[\s,;]+/).filter((each) => each !== "");

/** The settings and secrets that were typed, or which fields cannot be used. */
export function readReach(draft: ReachDraft) {
  const wrong: Partial<Record<keyof ReachDraft, ReachFault>> = {};
  const isHttp = draft.connector === "http";
  const settings: { -readonly [Key in keyof ConnectionSettings]: ConnectionSettings[Key] } = {};
  if (isHttp) {
    const url = URL.parse(draft.baseUrl.trim());
    if (url && /^https?:$/.test(url.protocol)) settings.baseUrl = draft.baseUrl.trim();
    else wrong.baseUrl = "url";
    const { length } = draft.signingSecret.trim();
    if (length > 0 && length < 8) wrong.signingSecret = "secret";
  }
  if (draft.connector === "manifest") {
    const emails = listOf(draft.emails);
    const times = listOf(draft.times).map(secondsOf);
    if (emails.length < 1 || emails.length > 5 || !emails.every((each) => /^\S+@\S+\.\S+$/.test(each))) {
      wrong.emails = "emails";
    }
    if (times.length > 12 || times.includes(null)) wrong.times = "times";
    settings.manifest = { emails, sendAtSeconds: times.filter((time) => time !== null) };
  }
  if (draft.hasTariff && !isHttp) {
    const cents = (key: "base" | "perKm" | "perKg") => amountOf(draft, key, 100, MOST_CENTS, wrong);
    if (!/^[A-Za-z]{3}$/.test(draft.currency.trim())) wrong.currency = "currency";
    settings.tariff = {
      currency: draft.currency.trim().toUpperCase(),
      baseCents: cents("base"),
      perKmCents: cents("perKm"),
      perKgCents: cents("perKg"),
      gramsCo2PerKm: amountOf(draft, "grams", 1, MOST_GRAMS, wrong),
    };
  }
  if (Object.keys(wrong).length > 0) return { ok: false as const, wrong };
  const [apiKey, signingSecret] = [draft.apiKey.trim(), draft.signingSecret.trim()];
  const secrets = isHttp ? { ...(apiKey && { apiKey }), ...(signingSecret && { signingSecret }) } : {};
  return { ok: true as const, settings, secrets };
}

function secondsOf(text: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text) ?? [];
  return hours && minutes ? Number(hours) * 3600 + Number(minutes) * 60 : null;
}

function amountOf(
  draft: ReachDraft,
  key: "base" | "perKm" | "perKg" | "grams",
  perUnit: number,
  most: number,
  wrong: Partial<Record<keyof ReachDraft, ReachFault>>,
): number {
  const value = draft[key].trim() === "" ? 0 : parseAmount(draft[key]);
  const stored = value === null ? -1 : Math.round(value * perUnit);
  if (stored < 0 || stored > most) wrong[key] = "amount";
  return Math.max(0, stored);
}
