import "server-only";
import type { Database } from "@/db/client";
import { findWebhookBacklog } from "@/db/queries/analytics/count-metrics";
import { findDepotPosition } from "@/db/queries/health/depot-position";
import { listJobBacklogs } from "@/db/queries/health/job-backlogs";
import { countActivePartners } from "@/db/queries/health/partner-connectors";
import { countFailingSources } from "@/db/queries/own-source/own-source-state";
import { SYSTEM_PARTS, type SystemPart } from "@/server/domain/health/system-parts";
import { JOBS, type JobName } from "@/server/jobs/catalog";
import type { BlobStore } from "@/server/ports/blob-store";
import type { MessengerPort } from "@/server/ports/messenger";
import type { TravelPort } from "@/server/ports/travel";
import { positionHealth, queueHealth, type Subsystem, type SubsystemStatus, WAITING_SECONDS } from "./check-health";

/** A part that has not answered by then counts as unavailable. */
const PART_MILLISECONDS = 2000;
const ALL_JOBS = Object.keys(JOBS) as JobName[];
/** A key nobody has: asking for it shows whether the store answers. */
const NO_SUCH_FILE = "health/none";

export interface SystemHealth {
  readonly status: SubsystemStatus;
  readonly checkedAt: Date;
  readonly parts: Readonly<Record<SystemPart, Subsystem>>;
}

export interface SystemParts {
  readonly database: Database;
  readonly now: () => Date;
  readonly messengers: { readonly email: MessengerPort; readonly sms: MessengerPort };
  readonly blobs: Pick<BlobStore, "has" | "bucket">;
  readonly travel: TravelPort;
  /** Road networks by name; none: times are estimates, as they are meant to be. */
  readonly roadSources: readonly string[];
}

/**
 * Asks each part of the installation how it is, all at once, two seconds at most. Without its database the installation is
 * unavailable; with a part that is not well it is degraded. A part that has not answered the last time is not asked again
 * until it has, so that asking a hanging database piles nothing up. Never throws, and never says why a part failed.
 */
export function createSystemCheck(parts: SystemParts): () => Promise<SystemHealth> {
  const pending = new Set<SystemPart>();
  const checks = checksOf(parts);
  const ask = async (part: SystemPart): Promise<Subsystem> => {
    if (pending.has(part)) return UNAVAILABLE;
    pending.add(part);
    const answer = checks[part]()
      .catch(() => UNAVAILABLE)
      .finally(() => pending.delete(part));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Subsystem>((resolve) => {
      timer = setTimeout(resolve, PART_MILLISECONDS, UNAVAILABLE);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };
  return async () => {
    const asked = await Promise.all(SYSTEM_PARTS.map(async (part) => [part, await ask(part)] as const));
    const answers = Object.fromEntries(asked) as Record<SystemPart, Subsystem>;
    const isWell = asked.every(([, { status }]) => status === "ok");
    const status = answers.database.status === "unavailable" ? "unavailable" : isWell ? "ok" : "degraded";
    return { status, checkedAt: parts.now(), parts: answers };
  };
}

const UNAVAILABLE: Subsystem = { status: "unavailable", figures: {} };

function checksOf(parts: SystemParts): Readonly<Record<SystemPart, () => Promise<Subsystem>>> {
  const { database, now, messengers, blobs, travel, roadSources } = parts;
  const queues = async (names: readonly JobName[]) => queueHealth(await listJobBacklogs(database, names));
  return {
    database: async () => {
      const begun = performance.now();
      await database.raw`select 1`;
      return { status: "ok", figures: { milliseconds: Math.round(performance.now() - begun) } };
    },
    job_queue: () => queues(ALL_JOBS),
    optimizer: () => queues(["optimize-plan"]),
    webhooks: async () => {
      const { waiting, failed, stopped, failing, overdueSeconds } = await findWebhookBacklog(database);
      const isLate = overdueSeconds > WAITING_SECONDS;
      return {
        status: isLate ? "degraded" : "ok",
        figures: { waiting, failed_today: failed, stopped, failing, overdue_seconds: overdueSeconds },
      };
    },
    partner_connectors: async () => ({ status: "ok", figures: { partners: await countActivePartners(database) } }),
    location_ingestion: () => positionHealth(database, now()),
    messages: async () => {
      const { status, figures } = await queues(["send-message", "send-notifications"]);
      return { status, figures: { ...figures, email: messengers.email.source, sms: messengers.sms.source } };
    },
    geocoder: () => queues(["geocode-locations"]),
    travel_engine: async () => {
      if (roadSources.length === 0) return { status: "ok", figures: { roads: "none" } };
      const depot = await findDepotPosition(database);
      const figures = { roads: roadSources.join(", ") };
      if (!depot) return { status: "ok", figures };
      const [leg] = await travel.legs([depot, { lat: depot.lat + 0.005, lng: depot.lng + 0.005 }], "van");
      return { status: leg?.source === "roads" ? "ok" : "degraded", figures };
    },
    file_store: async () => {
      await blobs.has(NO_SUCH_FILE);
      return { status: "ok", figures: { store: blobs.bucket === null ? "files" : "bucket" } };
    },
    // Whose they are sees it on his Settings page; the installation itself is well without them.
    own_sources: async () => {
      const { geocoder, travel, map } = await countFailingSources(database);
      return { status: "ok", figures: { failing_geocoders: geocoder, failing_roads: travel, failing_maps: map } };
    },
  };
}
