import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "@/db/client";
import {
  countOptimizations,
  countOrdersByPlan,
  countSuccess,
  findWebhookBacklog,
  listConnections,
  measureOpenLag,
} from "@/db/queries/analytics/count-metrics";
import { listJobBacklogs } from "@/db/queries/health/job-backlogs";
import { countFailingSources } from "@/db/queries/own-source/own-source-state";
import { SOURCE_PARTS } from "@/server/domain/own-source/own-source";
import { JOBS, type JobName } from "@/server/jobs/catalog";
import { heldFor } from "./answer-held";
import { createLogTotals } from "./log-totals";

/** Who scrapes often, or from several places, does not ask the database each time. */
const HELD_MILLISECONDS = 5000;
/** What a database that hangs is waited for; then there is what this process knows by itself. */
const WAIT_MILLISECONDS = 2000;
const ALL_JOBS = Object.keys(JOBS) as JobName[];

export interface Metrics {
  /** How long a request took; `route` is a pattern, never a path with ids in it. */
  observe(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  readonly contentType: string;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
}

/**
 * What Prometheus may know. Requests, memory and the event loop are this process's own. All else is counted in the database
 * and the same from every process, after any restart: who watches several takes the maximum of it, not the sum.
 */
export function createMetrics(database: Database): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: "dray_http_request_duration_seconds",
    help: "How long requests took in this process, by route.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [register],
  });
  const refresh = heldFor(HELD_MILLISECONDS, createReading(register, database));
  return {
    observe: ({ seconds, status, ...labels }) =>
      durations.observe({ ...labels, status: `${Math.floor(status / 100)}xx` }, seconds),
    contentType: register.contentType,
    text: async () => {
      await refresh();
      return register.metrics();
    },
  };
}

/** Reads what the database counts into a registry; what fails or is late leaves its own figures out, not the others'. */
function createReading(register: Registry, database: Database): () => Promise<void> {
  const put = metricsOf(register);
  const readings = readingsOf(put, database).map(inTime);
  return async () => {
    const writes = await Promise.all(readings.map((read) => read()));
    // Old figures would look like new ones.
    for (const metric of Object.values(put)) metric.reset();
    for (const write of writes) write?.();
  };
}

/** Asks the database, and says how what it answered is written down. */
type Reading = (database: Database) => Promise<() => void>;

/** A reading that says nothing where it fails or is late; while it hangs it is not begun a second time. */
function inTime(read: () => Promise<() => void>): () => Promise<(() => void) | undefined> {
  let pending: Promise<(() => void) | undefined> | undefined;
  return () => {
    pending ??= read()
      .catch(() => undefined)
      .finally(() => {
        pending = undefined;
      });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, WAIT_MILLISECONDS, undefined);
    });
    return Promise.race([pending, late]).finally(() => clearTimeout(timer));
  };
}

/** Those that read most are asked last: what is asked behind them waits for them. */
function readingsOf(put: ReturnType<typeof metricsOf>, database: Database): readonly (() => Promise<() => void>)[] {
  const logTotals = createLogTotals(database);
  const readings: readonly Reading[] = [
    async ({ raw }) => {
      await raw`select 1`;
      return () => put.up.set(1);
    },
    async (database) => {
      const backlogs = await listJobBacklogs(database, ALL_JOBS);
      return () => {
        for (const { name, waiting, running, oldestSeconds } of backlogs) {
          put.jobs.set({ queue: name, state: "waiting" }, waiting);
          put.jobs.set({ queue: name, state: "running" }, running);
          put.jobAge.set({ queue: name }, oldestSeconds);
        }
      };
    },
    async (database) => {
      const failing = await countFailingSources(database);
      return () => {
        for (const part of SOURCE_PARTS) put.ownSourcesFailing.set({ part }, failing[part]);
      };
    },
    async (database) => {
      const { waiting, failed, stopped, failing, overdueSeconds } = await findWebhookBacklog(database);
      return () => {
        put.webhookCalls.set({ state: "waiting" }, waiting);
        put.webhookCalls.set({ state: "failed" }, failed);
        put.webhookEndpoints.set({ state: "stopped" }, stopped);
        put.webhookEndpoints.set({ state: "failing" }, failing);
        put.webhookOverdue.set(overdueSeconds);
      };
    },
    async (database) => {
      const connections = await listConnections(database);
      return () => {
        for (const { state, connections: open } of connections) put.connections.set({ state }, open);
        put.mostConnections.set(connections[0]?.most ?? 0);
      };
    },
    async (database) => {
      const runs = await countOptimizations(database);
      return () => {
        for (const { status, runs: number } of runs) put.optimizations.set({ status }, number);
      };
    },
    async (database) => {
      const counted = await countOrdersByPlan(database);
      return () => {
        for (const { organization, planId, value } of counted) {
          put.ordersPushed.inc({ organization, plan_id: planId }, value);
        }
      };
    },
    async (database) => {
      const counted = await countSuccess(database);
      return () => {
        for (const { organization, value } of counted) put.successRate.set({ organization }, value);
      };
    },
    async (database) => {
      const measured = await measureOpenLag(database);
      return () => {
        for (const { organization, quantile, value } of measured) put.openLag.set({ organization, quantile }, value);
      };
    },
    async () => {
      const totals = await logTotals();
      return () => {
        for (const { organization, geocodingFailures, rollOvers } of totals) {
          put.geocodingFailures.inc({ organization }, geocodingFailures);
          put.rollOvers.inc({ organization }, rollOvers);
        }
      };
    },
  ];
  return readings.map((read) => () => read(database));
}

function metricsOf(register: Registry) {
  const registers = [register];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    ordersPushed: counter("lastmile_orders_pushed_total", "Orders of a plan, of yesterday to the day after tomorrow.", [
      "organization",
      "plan_id",
    ]),
    geocodingFailures: counter("lastmile_geocoding_failures_total", "Addresses no geocoder was sure of.", [
      "organization",
    ]),
    rollOvers: counter("lastmile_rollover_orders_total", "Orders without room on their day, moved to a later one.", [
      "organization",
    ]),
    successRate: gauge(
      "lastmile_first_attempt_success_rate",
      "Completed / (completed + incomplete + canceled) of the last seven days.",
      ["organization"],
    ),
    openLag: gauge(
      "lastmile_driver_app_open_lag_seconds",
      "From sending a route to its start, of the last seven days.",
      ["organization", "quantile"],
    ),
    jobs: gauge("dray_jobs", "Jobs that could begin and have not, and those at work.", ["queue", "state"]),
    jobAge: gauge("dray_jobs_oldest_seconds", "How long the oldest job has waited that could begin.", ["queue"]),
    webhookCalls: gauge("dray_webhook_calls", "Messages to subscribers that wait, and those given up within a day.", [
      "state",
    ]),
    webhookEndpoints: gauge("dray_webhook_endpoints", "Subscribers that fail, and those not sent anything any more.", [
      "state",
    ]),
    webhookOverdue: gauge(
      "dray_webhook_overdue_seconds",
      "How long the oldest message has been due that a well subscriber waits for.",
    ),
    ownSourcesFailing: gauge(
      "dray_own_sources_failing",
      "Organizations whose own geocoder, roads or map did not answer when last asked.",
      ["part"],
    ),
    connections: gauge("dray_database_connections", "Connections to the database by what they do, of all processes.", [
      "state",
    ]),
    mostConnections: gauge("dray_database_connections_max", "How many connections the database allows."),
    optimizations: gauge("dray_optimizations", "Runs of the optimizer under way, and what became of the last day's.", [
      "status",
    ]),
    up: gauge("dray_database_up", "1 where the database answered this scrape."),
  };
}
