import "server-only";
import type { Database } from "@/db/client";
import { listOrganizationsMoving } from "@/db/queries/webhook/webhook-positions";
import { listDueWebhooks, listOrganizationsBehind } from "@/db/queries/webhook/webhook-work";
import type { Clock } from "@/server/ports/clock";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { hearEvents } from "@/server/services/webhook/hear-events";
import { hearPositions } from "@/server/services/webhook/hear-positions";
import { tryWebhookCall } from "@/server/services/webhook/try-webhook-call";
import { type EndedTry, turnWebhook } from "@/server/services/webhook/turn-webhook";

const POLL_MS = 1000;
/** So often subscribers are told where a driver is, at most. */
const POSITION_MS = 15_000;

export interface WebhookEngineParts {
  readonly database: Database;
  readonly clock: Clock;
  systemOf(organizationId: string): ServiceContext;
  /** Calls back whenever some organization's log has grown; returns the way to stop listening. */
  listen(listener: () => void): Promise<() => Promise<void>>;
  onError(error: unknown): void;
  /** How often it looks by itself whether something has come due. */
  readonly pollMs?: number;
}

/**
 * Makes subscribers' messages as the log grows and sends them, as long as it runs. Each subscriber has a lane of its own,
 * so one that is slow or dead holds up nobody else. All it knows is in the database: any number of processes may do it
 * at once, and each may be killed.
 */
export async function startWebhookEngine(parts: WebhookEngineParts): Promise<{ stop(): Promise<void> }> {
  const lanes = new Map<string, Promise<void>>();
  let isStopped = false;
  let wake = (): void => {};
  let isRung = false;
  const ring = () => {
    isRung = true;
    wake();
  };
  const rest = async () => {
    let timer: NodeJS.Timeout | undefined;
    if (!isRung && !isStopped) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, parts.pollMs ?? POLL_MS);
      });
    }
    clearTimeout(timer);
    isRung = false;
  };

  async function look(): Promise<void> {
    for (const organizationId of await listOrganizationsBehind(parts.database)) {
      const services = parts.systemOf(organizationId);
      while (!isStopped && !(await hearEvents(services, {})).isDone);
    }
    const toldBefore = new Date(parts.clock.now().getTime() - POSITION_MS);
    for (const organizationId of await listOrganizationsMoving(parts.database, toldBefore)) {
      await hearPositions(parts.systemOf(organizationId), {});
    }
    if (isStopped) return;
    for (const { organizationId, webhookId } of await listDueWebhooks(parts.database, parts.clock.now())) {
      if (lanes.has(webhookId)) continue;
      const lane = runLane(parts.systemOf(organizationId), webhookId, () => isStopped)
        .catch(parts.onError)
        .finally(() => lanes.delete(webhookId));
      lanes.set(webhookId, lane);
    }
  }

  const unlisten = await parts.listen(ring);
  const running = (async () => {
    while (!isStopped) {
      await look().catch(parts.onError);
      await rest();
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      wake();
      await unlisten();
      await running;
      await Promise.all(lanes.values());
    },
  };
}

/** Sends to one subscriber until nothing is due: what has ended makes room for what comes next. */
async function runLane(services: ServiceContext, id: string, isStopped: () => boolean): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const ended: EndedTry[] = [];
  for (;;) {
    const turn = await turnWebhook(services, {
      id,
      ended: ended.splice(0),
      underWay: underWay.size,
      isLast: isStopped(),
    });
    for (const call of turn?.calls ?? []) {
      const tried: Promise<void> = tryWebhookCall(services, call, { ...turn!, webhookId: id }).then((end) => {
        ended.push(end);
        underWay.delete(tried);
      });
      underWay.add(tried);
    }
    if (ended.length === 0 && underWay.size === 0) return;
    if (ended.length === 0) await Promise.race(underWay);
  }
}
