import { z } from "zod";
import { rateSchema } from "@/server/domain/unit/kept-numbers";

/**
 * `http`: the partner's own server, asked by our contract; `manifest`: nobody is asked, lists of what is handed over are
 * mailed as CSV; `tariff`: nobody is asked or told. Without a server a price list says what a delivery costs.
 */
export const CONNECTORS = ["http", "manifest", "tariff"] as const;
export type Connector = (typeof CONNECTORS)[number];

/** So long a signing secret that was replaced is still taken, for whoever has not changed over. */
export const SECRET_OVERLAP_MS = 24 * 3600_000;

const MOST_CENTS = 10_000_000;

/** What a delivery costs by price list, and what it weighs on the air. */
export const tariffSchema = z.object({
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, { message: "must be an ISO 4217 code of three letters" }),
  baseCents: z.int().min(0).max(MOST_CENTS),
  perKmCents: rateSchema(MOST_CENTS),
  perKgCents: rateSchema(MOST_CENTS),
  gramsCo2PerKm: rateSchema(100_000),
});
export type Tariff = z.output<typeof tariffSchema>;

/** Of a partner who has said none: a van of one's own, as `costPerKmCents` of a new vehicle and an hour's wage make it. */
export const ASSUMED_TARIFF: Omit<Tariff, "currency"> = {
  baseCents: 400,
  perKmCents: 115,
  perKgCents: 0,
  gramsCo2PerKm: 220,
};

/** To whom manifests are mailed, and when. */
export const manifestSettingsSchema = z.object({
  emails: z
    .array(z.email().max(254).toLowerCase())
    .min(1)
    .max(5)
    .transform((emails) => [...new Set(emails)]),
  /** On the clock of the home project's zone, in seconds since midnight; none: soon after something is handed over. */
  sendAtSeconds: z
    .array(z.int().min(0).max(86_399))
    .max(12)
    .transform((times) => [...new Set(times)].sort((a, b) => a - b)),
});
export type ManifestSettings = z.output<typeof manifestSettingsSchema>;

/** How a partner is reached, without anything secret. */
export const connectionSettingsSchema = z.object({
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    // It is shown to everybody who may see the partner; what opens his server is sealed.
    .refine((address) => !holdsCredentials(address), { message: "must not hold a user name or a password" })
    .optional(),
  tariff: tariffSchema.optional(),
  manifest: manifestSettingsSchema.optional(),
});
export type ConnectionSettings = z.output<typeof connectionSettingsSchema>;

const secret = z.string().min(1).max(4000);

/** What opens a partner's server to us (`apiKey`), and by what both sides sign (`signingSecret`). Sealed where it is kept. */
export const connectionSecretsSchema = z.object({
  apiKey: secret.optional(),
  signingSecret: secret.min(8).optional(),
  /** Whatever else the partner has given us; kept, not used. */
  others: z.record(z.string().max(100), z.string().max(4000)).default({}),
});
export type ConnectionSecrets = z.output<typeof connectionSecretsSchema>;

/** What went wrong where a partner was of no use, or why he was not tried; which status it answered with stands beside it. */
export const CARRIER_FAULTS = [
  "no-address",
  "forbidden-address",
  "unreachable",
  "timeout",
  "broke-off",
  "too-large",
  "status",
  "unreadable",
  "mail",
  "no-mail-server",
  "secrets-lost",
  "other",
] as const;
export type CarrierFault = (typeof CARRIER_FAULTS)[number];

/**
 * What opens a partner from now on where only some of it is said anew: what `changes` leaves out stays. Null where that may
 * not be: secrets are told to no other address than the one they were given for.
 */
export function changedSecrets(
  before: { readonly settings: ConnectionSettings; readonly secrets: ConnectionSecrets },
  settings: ConnectionSettings,
  changes: Partial<ConnectionSecrets>,
): ConnectionSecrets | null {
  const isElsewhere = originOf(before.settings.baseUrl) !== originOf(settings.baseUrl);
  const isKept = (["apiKey", "signingSecret"] as const).some((key) => before.secrets[key] && !changes[key]);
  if (isKept && isElsewhere && settings.baseUrl !== undefined) return null;
  return { ...before.secrets, ...changes };
}

function holdsCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== "" || password !== "";
}

function originOf(address: string | undefined): string {
  return address === undefined ? "" : new URL(address).origin;
}

/** How a partner's server answered when it was tried. `skipped`: there is nobody to ask. */
export interface ConnectionTest {
  readonly outcome: "ok" | "failed" | "skipped";
  readonly message: string;
  /** Absent of tests made before this was kept. */
  readonly fault?: CarrierFault | null;
  /** HTTP's; null or absent: there was no answer. */
  readonly status?: number | null;
  /** RFC 3339. */
  readonly at: string;
  readonly milliseconds: number | null;
}
