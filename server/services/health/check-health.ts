import "server-only";
import type { Database } from "@/db/client";
import { type JobBacklog, listJobBacklogs } from "@/db/queries/health/job-backlogs";
import { countActivePartners } from "@/db/queries/health/partner-connectors";
import { findPositionIntake } from "@/db/queries/health/position-intake";
import type { JobName } from "@/server/jobs/catalog";
import type { MessengerPort } from "@/server/ports/messenger";

/** A check that has not answered by then counts as failed. */
const CHECK_MILLISECONDS = 2000;
/** Work nobody has begun for so long waits for somebody who is not there. */
export const WAITING_SECONDS = 120;

const OPTIMIZER_JOBS: readonly JobName[] = ["optimize-plan"];
const MESSAGE_JOBS: readonly JobName[] = ["send-message", "send-notifications"];

export type SubsystemStatus = "ok" | "degraded" | "unavailable";

/** One part of the installation: how it is, and the figures behind it. Of no organization in particular. */
export interface Subsystem {
  readonly status: SubsystemStatus;
  readonly figures: Readonly<Record<string, number | string | null>>;
}

export interface Health {
  readonly status: SubsystemStatus;
  readonly checkedAt: Date;
  readonly optimizer: Subsystem;
  readonly partnerConnectors: Subsystem;
  readonly locationIngestion: Subsystem;
  readonly pushNotifications: Subsystem;
}

interface Checked {
  readonly database: Database;
  readonly now: Date;
  readonly messengers: { readonly email: MessengerPort; readonly sms: MessengerPort };
}

/**
 * Asks every part how it is, all at once, and waits no longer than two seconds. The installation is unavailable where
 * none of its parts answers, degraded where one is not well. Never throws.
 */
export async function checkHealth({ database, now, messengers }: Checked): Promise<Health> {
  const [optimizer, partnerConnectors, locationIngestion, pushNotifications] = await Promise.all([
    inTime(async () => queueHealth(await listJobBacklogs(database, OPTIMIZER_JOBS))),
    inTime(async () => ({ status: "ok" as const, figures: { partners: await countActivePartners(database) } })),
    inTime(() => positionHealth(database, now)),
    inTime(async () => {
      const { status, figures } = queueHealth(await listJobBacklogs(database, MESSAGE_JOBS));
      return { status, figures: { ...figures, email: messengers.email.source, sms: messengers.sms.source } };
    }),
  ]);
  const parts = { optimizer, partnerConnectors, locationIngestion, pushNotifications };
  return { status: worstOf(Object.values(parts)), checkedAt: now, ...parts };
}

/** What is begun late is not done in time. */
export function queueHealth(backlogs: readonly JobBacklog[]): Subsystem {
  const oldest = Math.max(0, ...backlogs.map(({ oldestSeconds }) => oldestSeconds));
  const sum = (of: (backlog: JobBacklog) => number) => backlogs.reduce((total, each) => total + of(each), 0);
  return {
    status: oldest > WAITING_SECONDS ? "degraded" : "ok",
    figures: { waiting: sum(({ waiting }) => waiting), running: sum(({ running }) => running), oldest_seconds: oldest },
  };
}

/** Whether positions have a place to go to; when the newest one came. */
export async function positionHealth(database: Database, now: Date): Promise<Subsystem> {
  const { hasRoom, newestAt } = await findPositionIntake(database, now);
  const age = newestAt && Math.max(0, Math.round((now.getTime() - newestAt.getTime()) / 1000));
  return { status: hasRoom ? "ok" : "degraded", figures: { newest_seconds: age } };
}

function worstOf(parts: readonly Subsystem[]): SubsystemStatus {
  if (parts.every(({ status }) => status === "unavailable")) return "unavailable";
  return parts.every(({ status }) => status === "ok") ? "ok" : "degraded";
}

async function inTime(check: () => Promise<Subsystem>): Promise<Subsystem> {
  const failed: Subsystem = { status: "unavailable", figures: {} };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Subsystem>((resolve) => {
    timer = setTimeout(resolve, CHECK_MILLISECONDS, failed);
  });
  return Promise.race([check().catch(() => failed), late]).finally(() => clearTimeout(timer));
}
