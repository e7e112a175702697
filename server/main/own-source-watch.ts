import "server-only";
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { noteSourceAnswer, type SourceAnswer } from "@/db/queries/own-source/own-source-state";
import { findSandboxOf } from "@/db/queries/sandbox/sandboxes";
import { withTenant } from "@/db/with-tenant";
import type { SourceWatch } from "@/server/adapters/own-source/source-watch";
import type { SourceFault, SourcePart } from "@/server/domain/own-source/own-source";
import type { Clock } from "@/server/ports/clock";
import type { JobQueue } from "@/server/ports/job-queue";
import type { OpenedSource } from "@/server/services/own-source/open-own-source";

/** While nothing changes it is written down so often, not with every question. */
const REPEAT_MILLISECONDS = 5 * 60_000;

/** Hears how organizations' own sources answer, and keeps it for their Settings page and the installation's figures. */
export type WatchSource = (source: OpenedSource<SourcePart>) => SourceWatch;

/** Hears nothing. */
export const unwatched: WatchSource = () => ({ answered: () => {}, failed: () => {} });

/** Nobody waits for what is written; what cannot be is told to the log. */
export function createSourceWatch(
  keep: (answer: SourceAnswer) => Promise<void>,
  clock: Clock,
  log: Logger,
): WatchSource {
  const noted = new Map<
    string,
    { readonly stamp: string; readonly fault: SourceFault | null; readonly atMs: number }
  >();
  return ({ organizationId, part, stamp, changedAt }) => {
    const key = `${organizationId} ${part}`;
    const note = (fault: SourceFault | null) => {
      const at = clock.now();
      const last = noted.get(key);
      const isNews = last?.stamp !== stamp || last.fault !== fault || at.getTime() - last.atMs >= REPEAT_MILLISECONDS;
      if (!isNews) return;
      noted.set(key, { stamp, fault, atMs: at.getTime() });
      keep({ organizationId, part, changedAt, at, fault }).catch((error: unknown) => {
        noted.delete(key);
        log.warn({ organizationId, part, error }, "how a source answers is not kept");
      });
    };
    return { answered: () => note(null), failed: note };
  };
}

/** Keeps an answer in the database; a geocoder that is back is asked, once, for what waits for it, its sandbox's too. */
export function keepSourceAnswer(database: Database, jobs: JobQueue): (answer: SourceAnswer) => Promise<void> {
  return async (answer) => {
    const { organizationId, part } = answer;
    const sweep = { correlationId: randomUUID(), isSweep: true };
    const isBack = await withTenant(database, organizationId, async (tx) => {
      const wasAway = (await noteSourceAnswer(tx, answer)) && part === "geocoder";
      if (wasAway) await jobs.enqueue(tx, "geocode-locations", { organizationId, ...sweep });
      return wasAway;
    });
    const sandboxId = isBack && (await findSandboxOf(database, organizationId));
    if (!sandboxId) return;
    await withTenant(database, sandboxId, (tx) =>
      jobs.enqueue(tx, "geocode-locations", { organizationId: sandboxId, ...sweep }),
    );
  };
}
