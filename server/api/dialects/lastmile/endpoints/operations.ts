import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { listAudit } from "@/server/services/event/list-audit";
import { countExceptions } from "@/server/services/exception/count-exceptions";
import { listExceptionPage } from "@/server/services/exception/list-exception-page";
import { getOptimizationQueue } from "@/server/services/plan/get-optimization-queue";
import { dress, type IdKind, undress } from "../ids";
import { said } from "../map/door";
import { fromException } from "../map/exception";
import { pageOfSeq, seqOfPage } from "../map/page-number";
import { pageOf } from "../wire/common";
import { alertsSchema, auditEntrySchema, auditQuerySchema, optimizerStatusSchema } from "../wire/operations";

const MOST_BREACHES = 100;
/** What the log calls the things this API has ids for. */
const KINDS: Readonly<Record<string, IdKind>> = {
  delivery: "delivery",
  driver: "driver",
  vehicle: "vehicle",
  partner: "partner",
  route: "route",
  stop: "stop",
  proof: "proof",
  exception: "exception",
  "bulk-job": "job",
  "api-key": "API key",
  role: "role",
  assignment: "assignment",
};

export const readAudit = endpoint({
  method: "get",
  path: "/audit",
  id: "readAudit",
  tag: "Administration",
  summary: "Who did what, newest first",
  scope: "audit:read",
  query: auditQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(auditEntrySchema) } },
  refusals: [400],
  run: async ({ services, query: { action, entity_id, actor, from, to, cursor, limit } }) => {
    const beforeSeq = seqOfPage(cursor);
    const entityId = entity_id === undefined ? undefined : anyId(entity_id);
    if (entity_id !== undefined && !entityId) return { status: 200, body: { items: [], next_cursor: null } };
    const wanted = {
      types: action,
      entityId,
      actorKind: actor,
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { before: new Date(to) }),
    };
    const { events, nextSeq } = await listAudit(services, { wanted, beforeSeq, limit });
    const items = events.map((event) => ({
      sequence: event.seq,
      action: event.type,
      entity: event.entity,
      entity_id: saidId(event),
      actor: { kind: event.actorKind, label: event.actorLabel },
      timestamp: said(event.occurredAt),
      received_at: said(event.receivedAt),
      before: event.before,
      after: event.after,
      data: event.data,
      correlation_id: event.correlationId,
    }));
    return { status: 200, body: { items, next_cursor: pageOfSeq(nextSeq) } };
  },
});

export const getOptimizerStatus = endpoint({
  method: "get",
  path: "/optimizer/status",
  id: "getOptimizerStatus",
  tag: "Optimizer",
  summary: "How busy the optimizer is, and how long it usually takes",
  scope: "plans:read",
  answers: { 200: { description: "As it is.", schema: optimizerStatusSchema } },
  refusals: [],
  run: async ({ services }) => {
    const { running, waiting, recent } = await getOptimizationQueue(services, {});
    const lastRunAt = recent.reduce<Date | null>((last, { lastAt }) => (last && last > lastAt ? last : lastAt), null);
    const body = {
      queue_length: waiting,
      running,
      last_run_at: lastRunAt && said(lastRunAt),
      recent: recent.map(({ strategies, runs, medianSeconds, p95Seconds, lastSeconds, lastAt }) => ({
        strategies: [...strategies],
        runs,
        median_seconds: medianSeconds,
        p95_seconds: p95Seconds,
        last_seconds: lastSeconds,
        last_at: said(lastAt),
      })),
    };
    return { status: 200, body };
  },
});

export const getAlerts = endpoint({
  method: "get",
  path: "/alerts",
  id: "getAlerts",
  tag: "Monitoring",
  summary: "What is being broken now: promises, and how much stands in the inbox",
  scope: "plans:read",
  answers: { 200: { description: "As it stands.", schema: alertsSchema } },
  refusals: [],
  run: async ({ services }) => {
    const { standing, open, critical } = await countExceptions(services, {});
    const late = { types: ["late" as const], statuses: ["open" as const, "acknowledged" as const] };
    const { exceptions } = await listExceptionPage(services, { wanted: late, limit: MOST_BREACHES });
    const body = {
      exceptions_count: standing,
      unacknowledged_count: open,
      critical_count: critical,
      sla_breaches: exceptions.map(fromException),
    };
    return { status: 200, body };
  },
});

/** Evidence goes by its stop, which is its POD's id; single pictures have none here. */
function saidId({ entity, entityId, data }: { entity: string; entityId: string; data: object }): string {
  const kind = KINDS[entity];
  if (!kind || (kind === "proof" && !("deliveryId" in data))) return entityId;
  return dress(kind, entityId);
}

/** An id of any kind this API has. */
function anyId(text: string): string | undefined {
  for (const kind of Object.values(KINDS)) {
    const id = undress(kind, text);
    if (id) return id;
  }
  return undefined;
}
