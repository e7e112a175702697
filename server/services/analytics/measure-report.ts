import "server-only";
import type { Tx } from "@/db/client";
import { measureArrivals } from "@/db/queries/analytics/measure-arrivals";
import { measureDeliveries } from "@/db/queries/analytics/measure-deliveries";
import { measureEmissions } from "@/db/queries/analytics/measure-emissions";
import { measureReadiness } from "@/db/queries/analytics/measure-readiness";
import { measureRoutes } from "@/db/queries/analytics/measure-routes";
import type { KeyedRow, MeasuredBy } from "@/db/queries/analytics/measured";
import { findReportedDays, hasProject, listMeasuredZones } from "@/db/queries/analytics/report-context";
import type { Breakdown, BreakdownKey, FigureGroup } from "@/server/domain/analytics/breakdown";
import {
  type ArrivalErrors,
  COMPARED_LEAD_MINUTES,
  REPORTED_LEAD_MINUTES,
  type ReportedLeadMinutes,
} from "@/server/domain/analytics/figures";
import { type DaySpan, periodBefore } from "@/server/domain/analytics/period";
import { columnsOf, type FigureColumn, type FigureValues, valuesOf } from "@/server/domain/analytics/report-columns";
import { type ReportRequest, reportRequestSchema } from "@/server/domain/analytics/report-request";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

export interface ReportRow extends BreakdownKey {
  readonly values: FigureValues;
}

export interface Report {
  /** What was asked for: whoever shows it knows by them that it is what he asks for now. */
  readonly group: FigureGroup;
  readonly by: Breakdown;
  readonly columns: readonly FigureColumn[];
  /** Days in order; everybody else by name, who is nobody last. */
  readonly rows: readonly ReportRow[];
  readonly total: FigureValues;
  /** The same of as many days before. */
  readonly before: FigureValues;
  readonly beforeSpan: DaySpan;
  /** Expectations by lead time, of that group only. */
  readonly leads: readonly ArrivalErrors[];
  /** Since when there is anything to report; null: there is nothing yet. */
  readonly firstDate: string | null;
}

/** The figures of a group over some days, told apart as asked, beside the same of the days before them. */
export const measureReport = query({
  permission: "plan.read",
  input: reportRequestSchema,
  run: async ({ tx, actor: { organizationId } }, request) => readReport(tx, organizationId, request),
});

/** One reading of the period, one of the period before; refuses a project that is none. */
export async function readReport(tx: Tx, organizationId: string, request: ReportRequest): Promise<Report> {
  const { group, by, projectId } = request;
  if (projectId) found((await hasProject(tx, organizationId, projectId)) || undefined, "project");
  const measured = await measuredBy(tx, organizationId, by);
  const beforeSpan = periodBefore(request);
  const { rows, total, leads } = await measure(tx, organizationId, request, measured);
  // Days are compared at one lead.
  const compared = [COMPARED_LEAD_MINUTES] as const;
  const before = await measure(tx, organizationId, { ...request, ...beforeSpan }, { by: null }, compared);
  const { first } = await findReportedDays(tx, organizationId, projectId);
  return {
    group,
    by,
    columns: columnsOf(group, by),
    rows: inOrder(by, named(rows, measured)),
    total,
    before: before.total,
    beforeSpan,
    leads,
    firstDate: first,
  };
}

/** What rows are told apart by, with the zones where it is zones. */
export async function measuredBy(tx: Tx, organizationId: string, by: Breakdown): Promise<MeasuredBy> {
  return by === "zone" ? { by, zones: await listMeasuredZones(tx, organizationId) } : { by };
}

interface Measured {
  readonly rows: readonly ReportRow[];
  readonly total: FigureValues;
  readonly leads: readonly ArrivalErrors[];
}

async function measure(
  tx: Tx,
  organizationId: string,
  request: ReportRequest,
  measured: MeasuredBy,
  leadMinutes: readonly ReportedLeadMinutes[] = REPORTED_LEAD_MINUTES,
): Promise<Measured> {
  const { group } = request;
  if (group === "deliveries") return summed(group, await measureDeliveries(tx, organizationId, request, measured));
  if (group === "emissions") return summed(group, await measureEmissions(tx, organizationId, request, measured));
  if (group === "readiness") return summed(group, await measureReadiness(tx, organizationId, request, measured));
  if (group === "arrivals") {
    return arrivals(await measureArrivals(tx, organizationId, request, measured, leadMinutes));
  }
  return summed(group, await measureRoutes(tx, organizationId, request, measured));
}

function summed<G extends Exclude<FigureGroup, "arrivals">>(
  group: G,
  rows: readonly (Parameters<typeof valuesOf<G>>[1] & KeyedRow)[],
): Measured {
  const valued = rows.map((row) => ({ ...row, values: valuesOf(group, row) }));
  return {
    rows: valued.filter(({ isTotal }) => !isTotal).map(({ key, name, values }) => ({ key, name, values })),
    total: valued.find(({ isTotal }) => isTotal)?.values ?? {},
    leads: [],
  };
}

const NO_ERRORS = { stops: 0, medianErrorSeconds: null, p90ErrorSeconds: null, biasSeconds: null, close: 0 };

/** By key at the lead that is compared, as a whole at every lead. */
function arrivals(rows: readonly (ArrivalErrors & KeyedRow)[]): Measured {
  const leads = REPORTED_LEAD_MINUTES.map((leadMinutes): ArrivalErrors => {
    const {
      isTotal: _,
      key: _key,
      name: _name,
      ...errors
    } = rows.find((row) => row.isTotal && row.leadMinutes === leadMinutes) ??
    ({ ...NO_ERRORS, leadMinutes } as ArrivalErrors & KeyedRow);
    return errors;
  });
  const compared = rows.filter(({ isTotal, leadMinutes }) => !isTotal && leadMinutes === COMPARED_LEAD_MINUTES);
  return {
    rows: compared.map((row) => ({ key: row.key, name: row.name, values: valuesOf("arrivals", row) })),
    total: valuesOf("arrivals", leads.find(({ leadMinutes }) => leadMinutes === COMPARED_LEAD_MINUTES)!),
    leads,
  };
}

/** Zones say their own names. */
function named(rows: readonly ReportRow[], measured: MeasuredBy): readonly ReportRow[] {
  if (measured.by !== "zone") return rows;
  const names = new Map(measured.zones.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, name: row.key === null ? null : (names.get(row.key) ?? null) }));
}

function inOrder(by: Breakdown, rows: readonly ReportRow[]): ReportRow[] {
  const word = ({ name, key }: ReportRow) => name ?? key ?? "";
  return [...rows].sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return by === "day" ? a.key.localeCompare(b.key) : word(a).localeCompare(word(b)) || a.key.localeCompare(b.key);
  });
}
