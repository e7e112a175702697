import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { POSITION_CHANNEL } from "@/db/queries/position/list-positions";
import { noBaseMap } from "@/server/adapters/base-map/no-base-map";
import { openPmtilesBaseMap } from "@/server/adapters/base-map/pmtiles-base-map";
import { noCallRelay } from "@/server/adapters/call-relay/no-call-relay";
import { createNumberCallRelay } from "@/server/adapters/call-relay/number-call-relay";
import { createCarriers } from "@/server/adapters/carrier/carriers";
import { createHttpCarrier } from "@/server/adapters/carrier/http-carrier";
import { createManifestCarrier } from "@/server/adapters/carrier/manifest-carrier";
import { createSandboxCarrier } from "@/server/adapters/carrier/sandbox-carrier";
import { tariffCarrier } from "@/server/adapters/carrier/tariff-carrier";
import { systemClock } from "@/server/adapters/clock/system-clock";
import { createCoalescedNotifier } from "@/server/adapters/event-bus/coalesced-notifier";
import { zipEvidencePress } from "@/server/adapters/evidence/zip-evidence-press";
import { createGuardedFetch } from "@/server/adapters/http/guarded-request";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { createRemoteMapStyle, type RemoteMapStyle } from "@/server/adapters/map-style/remote-map-style";
import { fileMessenger } from "@/server/adapters/messenger/file-messenger";
import { createHttpSmsMessenger } from "@/server/adapters/messenger/http-sms-messenger";
import { outboxMessenger } from "@/server/adapters/messenger/outbox-messenger";
import { createSmtpMessenger } from "@/server/adapters/messenger/smtp-messenger";
import { createTwilioMessenger } from "@/server/adapters/messenger/twilio-messenger";
import { readOrderFile } from "@/server/adapters/order-file/read-order-file";
import { createSourceTrials } from "@/server/adapters/own-source/source-trials";
import { sharpPhotoLab } from "@/server/adapters/photo/sharp-photo-lab";
import { createGroupedPositionSink } from "@/server/adapters/position-sink/grouped-position-sink";
import { createPositionGroupWriter } from "@/server/adapters/position-sink/write-position-group";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { DIALECTS } from "@/server/api/dialects/registry";
import { vendorsOf } from "@/server/api/kernel/vendors";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { threadSolver } from "@/server/optimizer/pool/thread-solver";
import type { Carriers } from "@/server/ports/carrier";
import type { Clock } from "@/server/ports/clock";
import type { GrantedFiles } from "@/server/ports/granted-files";
import type { JobQueue } from "@/server/ports/job-queue";
import type { MessengerPort } from "@/server/ports/messenger";
import type { PositionSink } from "@/server/ports/position-sink";
import type { TravelPort } from "@/server/ports/travel";
import type { Ports } from "@/server/services/kernel/service-context";
import { createBlobs } from "./create-blobs";
import { createGeocoders } from "./create-geocoder";
import { createTravel } from "./create-travel";
import type { Env } from "./env";
import { createMapAndTravel } from "./map-and-travel";
import { createOrganizationMaps, type OrganizationMaps } from "./organization-maps";
import { createOwnSourceReader, sourceGuard } from "./own-source-reader";
import { createSourceWatch, keepSourceAnswer } from "./own-source-watch";

const ANNOUNCE_MILLISECONDS = 250;
/** A partner who has not said yes by then is passed over. */
const CARRIER_MILLISECONDS = 8000;
const CARRIER_BYTES = 256_000;

/** The ports as this installation is configured, and what belongs to no use case. */
export interface InstalledPorts extends Ports {
  /** The files behind the addresses our own store signs; null where blobs are kept elsewhere. */
  readonly grantedFiles: GrantedFiles | null;
  /** Where browsers send and read blobs, when that is not here. */
  readonly blobOrigin: string | null;
  /** The roads an organization has chosen, or the installation's. */
  travelOf(organizationId: string): TravelPort;
  /** The road networks that are asked, by name; none: travel times are estimates. */
  readonly roadSources: readonly string[];
  /** The local basemap's file; null without one. */
  readonly basemapFile: string | null;
  /** The configured map styles; null without any. */
  readonly mapStyle: RemoteMapStyle | null;
  /** What lies under each organization's maps. */
  readonly maps: OrganizationMaps;
  close(): Promise<void>;
}

/** Where a loaded day's basemap is kept. */
export const basemapFileOf = (dataDir: string): string => path.join(dataDir, "basemap.pmtiles");

/** Chooses and makes every adapter from the settings. */
export async function createPorts(
  env: Env & { readonly secret: string },
  database: Database,
  jobs: JobQueue,
  log: Logger,
): Promise<InstalledPorts> {
  const clock = systemClock;
  const secrets = createAesSecretBox(env.secret, env.DRAY_SEALING_KEYS);
  const readOwn = createOwnSourceReader(database, secrets);
  const watch = createSourceWatch(keepSourceAnswer(database, jobs), clock, log);
  const travel = await createTravel(env, clock, log, readOwn, watch);
  const smtp = env.SMTP_URL
    ? createSmtpMessenger({
        url: env.SMTP_URL,
        from: env.MAIL_FROM ?? "Dray <dray@localhost>",
        ...(env.MAIL_REPLY_TO && { replyTo: env.MAIL_REPLY_TO }),
      })
    : null;
  const email = smtp ?? outboxMessenger;
  const basemapPath = env.MAP_PMTILES_FILE ? path.resolve(env.MAP_PMTILES_FILE) : basemapFileOf(env.dataDir);
  // One that was asked for by name is missed by those who look at the map, one that may be there is not.
  const basemapFile = env.MAP_PMTILES_FILE || existsSync(basemapPath) ? basemapPath : null;
  const baseMap = basemapFile ? await openBaseMap(basemapFile, log) : null;
  const mapStyle = createMapStyle(env);
  return {
    clock,
    ids: randomIdSource(clock, env.secret),
    jobs,
    ...createBlobs(env),
    photos: sharpPhotoLab,
    evidence: zipEvidencePress,
    files: { read: readOrderFile },
    positions: createPositions(database),
    travel,
    travelOf: travel.of,
    roadSources: travel.sources,
    solver: threadSolver,
    geocoder: createGeocoders(
      env,
      database,
      readOwn,
      (source, error) =>
        log.warn({ source, reason: error instanceof Error ? error.message : "unknown" }, "geocoder failed"),
      watch,
    ),
    messengers: { email, sms: createSms(env) },
    secrets,
    sourceTrials: createSourceTrials({
      guard: sourceGuard(env),
      userAgent: `Dray (${env.baseUrl})`,
      baseUrl: env.baseUrl,
    }),
    carriers: createInstalledCarriers(env, clock, email),
    webhookSender: createHttpWebhookSender({ allowPrivate: env.DRAY_PRIVATE_ADDRESSES }),
    webhookFormats: webhookFormatsOf(DIALECTS),
    vendors: vendorsOf(DIALECTS),
    callRelay: env.CALL_RELAY ? createNumberCallRelay({ ...env.CALL_RELAY, codeKey: env.secret }) : noCallRelay,
    accountMailer: smtp ?? fileMessenger(path.join(env.dataDir, "mail"), clock),
    basemapFile,
    mapStyle,
    maps: createOrganizationMaps({ env, style: mapStyle, basemapFile, ground: baseMap ?? noBaseMap }, readOwn, watch),
    mapAndTravel: createMapAndTravel(env, {
      basemapFile,
      isBasemapOpen: baseMap !== null,
      roadSources: travel.sources,
      readsStyle: mapStyle && (async () => (await mapStyle.read("light")) !== null),
    }),
    close: async () => {
      await baseMap?.close();
      await travel.close();
    },
  };
}

/** Partners' servers, of the internet only unless the installation says otherwise. */
function createInstalledCarriers(
  { DRAY_PRIVATE_ADDRESSES: allowPrivate }: Env,
  clock: Clock,
  email: MessengerPort,
): Carriers {
  const limits = { timeoutMs: CARRIER_MILLISECONDS, maxAnswerBytes: CARRIER_BYTES };
  return createCarriers({
    http: createHttpCarrier(createGuardedFetch({ allowPrivate, ...limits }), clock),
    manifest: createManifestCarrier(email),
    tariff: tariffCarrier,
    sandbox: createSandboxCarrier(clock, { timeoutMs: CARRIER_MILLISECONDS }),
  });
}

/** Without tiles that can be read customers see where the van is all the same. */
function openBaseMap(file: string, log: Logger) {
  return openPmtilesBaseMap(file).catch((error: unknown) => {
    log.warn({ file, reason: error instanceof Error ? error.message : "unknown" }, "basemap cannot be read");
    return null;
  });
}

/** SMS by Twilio, else by any gateway that is configured, else kept. */
function createSms({ TWILIO, SMS_HTTP_URL, SMS_HTTP_TOKEN }: Env): MessengerPort {
  if (TWILIO) return createTwilioMessenger(TWILIO);
  return SMS_HTTP_URL ? createHttpSmsMessenger({ url: SMS_HTTP_URL, token: SMS_HTTP_TOKEN }) : outboxMessenger;
}

/** Positions go to the database in groups; desks hear of them a few times a second at most. */
function createPositions(database: Database): PositionSink {
  const writeGroup = createPositionGroupWriter(database);
  const announce = createCoalescedNotifier(database, POSITION_CHANNEL, ANNOUNCE_MILLISECONDS);
  return createGroupedPositionSink(async (organizationId, batches) => {
    await writeGroup(organizationId, batches);
    announce(organizationId);
  });
}

function createMapStyle({ MAP_STYLE_URL: light, MAP_STYLE_DARK_URL: dark }: Env): RemoteMapStyle | null {
  const either = light ?? dark;
  return either ? createRemoteMapStyle({ light: light ?? either, dark: dark ?? either }) : null;
}
