import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { profileNamesSchema, profileNamesText, USUAL_PROFILE_NAMES } from "@/server/domain/travel/profile-names";

const flag = z.stringbool().optional();
const text = z.string().trim().min(1).optional();

/** `car=driving,bike=cycling`: what the OSRM server calls each kind of vehicle; of those not named it is not asked. */
const osrmProfiles = z
  .string()
  .default(profileNamesText(USUAL_PROFILE_NAMES))
  .transform((pairs) => Object.fromEntries(pairs.split(",").map((pair) => pair.trim().split("="))))
  .pipe(profileNamesSchema);

/** Texts of 32 characters or more, parted by commas. */
const sealingKeys = z
  .string()
  .default("")
  .transform((keys) => keys.split(",").flatMap((key) => key.trim() || []))
  .pipe(z.array(z.string().min(32, "each key needs 32 characters")).max(8));

/** Everything that can be set from outside. The only place that reads the process's environment. */
const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Where people reach this installation; default http://localhost:PORT. */
  DRAY_BASE_URL: z.url().optional(),
  /** Proxies of our own in front, each of which adds to X-Forwarded-For whom it was called by. */
  DRAY_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DRAY_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  DRAY_DATA_DIR: z.string().default(".dray"),
  /** A PostgreSQL server; absent: an embedded one under the data folder. */
  DATABASE_URL: text,
  /** Signs sessions. Absent: made once and kept in the data folder. */
  DRAY_SECRET: z.string().min(32).optional(),
  /**
   * Seal what must be said again to other systems (partners' keys, webhooks' secrets): the first seals, all open. Absent: a
   * key made of DRAY_SECRET.
   */
  DRAY_SEALING_KEYS: sealingKeys,
  /** Off only where one machine signs in hundreds of times a minute: in tests. */
  DRAY_SIGN_IN_LIMIT: flag,
  /** What Prometheus shows at /metrics; absent: only this machine itself is answered there. */
  DRAY_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, "needs 16 characters and no spaces")
    .optional(),
  DRAY_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  DRAY_SAMPLES: z.string().default("../shared/data"),
  /** MapLibre styles; the dark one replaces the other in the dark theme. */
  MAP_STYLE_URL: z.url().optional(),
  MAP_STYLE_DARK_URL: z.url().optional(),
  /** A PMTiles basemap; default: the one the loaded day brought, if any. */
  MAP_PMTILES_FILE: text,
  /** A bucket of S3, or of anything that speaks it, for uploaded files and photos; absent: files of the data folder. */
  BLOB_S3_ENDPOINT: z.url().optional(),
  BLOB_S3_BUCKET: text,
  BLOB_S3_REGION: z.string().default("us-east-1"),
  BLOB_S3_ACCESS_KEY: text,
  BLOB_S3_SECRET_KEY: text,
  /** `endpoint/bucket/key`, which most stores but Amazon's want. */
  BLOB_S3_PATH_STYLE: z.stringbool().default(true),
  SMTP_URL: text,
  MAIL_FROM: text,
  /** Where answers to our e-mails go; absent: to MAIL_FROM. */
  MAIL_REPLY_TO: text,
  SMS_HTTP_URL: z.url().optional(),
  SMS_HTTP_TOKEN: text,
  /** SMS by Twilio, or by a gateway that speaks as it does: all three together, or none. */
  TWILIO_ACCOUNT_SID: text,
  TWILIO_AUTH_TOKEN: text,
  /** A number, a name, or a messaging service (MG…). */
  TWILIO_FROM: text,
  TWILIO_URL: z.url().default("https://api.twilio.com"),
  /** A telephone number that connects drivers and customers by code, so that neither learns the other's. */
  CALL_RELAY_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{5,14}$/, "no number in international form, +34…")
    .optional(),
  /** What its operator shows when it asks what a code stands for. */
  CALL_RELAY_SECRET: z
    .string()
    .regex(/^\S{16,}$/, "needs 16 characters and no spaces")
    .optional(),
  NOMINATIM_URL: z.url().optional(),
  PHOTON_URL: z.url().optional(),
  PELIAS_URL: z.url().optional(),
  PELIAS_API_KEY: text,
  GOOGLE_GEOCODING_KEY: text,
  /** Road servers; without one, the networks built by `npm run roads`, and where there are none, estimates. */
  VALHALLA_URL: z.url().optional(),
  /** May hold `{profile}` where one server per profile runs. */
  OSRM_URL: text.refine((value) => value === undefined || URL.canParse(value.replaceAll("{profile}", "p")), "no URL"),
  OSRM_PROFILES: osrmProfiles,
  /** Above so many doors a day is timed by estimates calibrated on a sample of roads. */
  ROADS_MAX_DOORS: z.coerce.number().int().min(0).default(2500),
  /** For so many days it is kept that a customer's page was looked at. */
  DRAY_TRACKING_VIEW_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** For so many days it is kept what customers were written. */
  DRAY_NOTIFICATION_DAYS: z.coerce.number().int().min(30).max(3650).default(90),
  /**
   * Whether partners and subscribers may be servers of our own networks; off, only of the internet. Absent: where this
   * installation is itself only known as localhost.
   */
  DRAY_PRIVATE_ADDRESSES: flag,
  /** For so many days it is kept what partners and we have said to each other, word for word. */
  DRAY_PARTNER_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
  /** Off where a process serves the API and live streams only, beside others that serve the pages. */
  DRAY_PAGES: z.stringbool().default(true),
  /** Whether `npm run demo` has some vans on the road. */
  DRAY_SIMULATE: z.stringbool().default(true),
  NEXT_DIST_DIR: z.string().default(".next"),
});

const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export type Env = ReturnType<typeof readEnv>;

/** Reads and checks the environment; names every setting at fault at once. */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  const parsed = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")),
  );
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment has ${faults.length} setting(s) Dray cannot use:\n${faults.join("\n")}`);
  }
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const settings = parsed.data;
  const baseUrl = (settings.DRAY_BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, "");
  return {
    ...settings,
    DRAY_PRIVATE_ADDRESSES: settings.DRAY_PRIVATE_ADDRESSES ?? OWN_MACHINE.test(new URL(baseUrl).hostname),
    BLOB_S3: blobBucket(settings),
    CALL_RELAY: callRelay(settings),
    TWILIO: twilio(settings),
    rootDir: root,
    dataDir: path.resolve(root, settings.DRAY_DATA_DIR),
    samplesDir: path.resolve(root, settings.DRAY_SAMPLES),
    baseUrl,
  };
}

/** Where blobs go by the settings; throws when a bucket is named and some of what it takes to reach it is not. */
function blobBucket(settings: z.infer<typeof environmentSchema>) {
  const endpoint = settings.BLOB_S3_ENDPOINT;
  if (!endpoint) return null;
  const { BLOB_S3_BUCKET: bucket, BLOB_S3_ACCESS_KEY: accessKeyId, BLOB_S3_SECRET_KEY: secretAccessKey } = settings;
  if (!bucket || !accessKeyId || !secretAccessKey) {
    throw new Error("BLOB_S3_ENDPOINT needs BLOB_S3_BUCKET, BLOB_S3_ACCESS_KEY and BLOB_S3_SECRET_KEY beside it.");
  }
  const { BLOB_S3_REGION: region, BLOB_S3_PATH_STYLE: pathStyle } = settings;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle };
}

/** The relay, if there is one; throws when only half of it is set. */
function callRelay(settings: z.infer<typeof environmentSchema>) {
  const { CALL_RELAY_NUMBER: number, CALL_RELAY_SECRET: secret } = settings;
  if (!number && !secret) return null;
  if (!number || !secret) throw new Error("CALL_RELAY_NUMBER and CALL_RELAY_SECRET are set together or not at all.");
  return { number, secret };
}

/** The account at Twilio, if there is one; throws when only part of it is set. */
function twilio(settings: z.infer<typeof environmentSchema>) {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from, TWILIO_URL: url } = settings;
  if (!accountSid && !authToken && !from) return null;
  if (accountSid && authToken && from) return { accountSid, authToken, from, url };
  throw new Error("TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are set together or not at all.");
}

/** This process's settings. */
export const env: Env = readEnv();
