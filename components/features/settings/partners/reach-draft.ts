import { amountText, keptAmount, parseAmount } from "@/components/lib/parse-amount";
import type { ConnectionSettings, Connector } from "@/server/domain/partner/connection";
import type { ShownUnit, ShownUnits } from "@/server/domain/unit/shown-units";
import { clockText } from "./ability-draft";
import type { Connection } from "./partner-words";

/** What is typed of how a partner is reached, in its reader's units. Secrets begin empty: those that are there are never said. */
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
  readonly perDistance: string;
  readonly perWeight: string;
  readonly grams: string;
}

export type ReachFault = "url" | "secret" | "emails" | "times" | "currency" | "amount";

const MONEY = { unit: "", perUnit: 100 };
const MOST_CENTS = 10_000_000;
const MOST_GRAMS = 100_000;

export function reachDraftOf(connection: Connection | null, units: ShownUnits): ReachDraft {
  const { connector = "http", settings = {} } = connection ?? {};
  const { tariff, manifest, baseUrl = "" } = settings as ConnectionSettings;
  const text = (kept: number | undefined, unit: ShownUnit) => (kept === undefined ? "" : amountText(kept, unit));
  return {
    connector,
    baseUrl,
    apiKey: "",
    signingSecret: "",
    emails: manifest?.emails.join(", ") ?? "",
    times: manifest?.sendAtSeconds.map(clockText).join(", ") ?? "",
    hasTariff: tariff !== undefined,
    currency: tariff?.currency ?? "EUR",
    base: text(tariff?.baseCents, MONEY),
    perDistance: text(tariff?.perKmCents, units.moneyPerDistance),
    perWeight: text(tariff?.perKgCents, units.moneyPerWeight),
    grams: text(tariff?.gramsCo2PerKm, units.gramsPerDistance),
  };
}

const listOf = (text: string) => text.split(/[\s,;]+/).filter((each) => each !== "");

/** The settings and secrets that were typed, or which fields cannot be used. */
export function readReach(draft: ReachDraft, units: ShownUnits) {
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
    if (!/^[A-Za-z]{3}$/.test(draft.currency.trim())) wrong.currency = "currency";
    settings.tariff = {
      currency: draft.currency.trim().toUpperCase(),
      baseCents: amountOf(draft, "base", MONEY, MOST_CENTS, wrong),
      perKmCents: amountOf(draft, "perDistance", units.moneyPerDistance, MOST_CENTS, wrong),
      perKgCents: amountOf(draft, "perWeight", units.moneyPerWeight, MOST_CENTS, wrong),
      gramsCo2PerKm: amountOf(draft, "grams", units.gramsPerDistance, MOST_GRAMS, wrong),
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
  key: "base" | "perDistance" | "perWeight" | "grams",
  unit: ShownUnit,
  most: number,
  wrong: Partial<Record<keyof ReachDraft, ReachFault>>,
): number {
  const value = draft[key].trim() === "" ? 0 : parseAmount(draft[key]);
  const stored = value === null ? -1 : keptAmount(value, unit);
  if (stored < 0 || stored > most) wrong[key] = "amount";
  return Math.max(0, stored);
}
