"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { ChartColumn, Download } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { downloadText } from "@/components/lib/download-text";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { type Breakdown, FIGURE_GROUPS, type FigureGroup } from "@/server/domain/analytics/breakdown";
import type { FigureColumn, FigureId } from "@/server/domain/analytics/report-columns";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { BehindDrawer } from "./behind-drawer";
import { EmissionChart, FigureChart, LeadChart } from "./figure-chart";
import { FigureTiles, hasBefore } from "./figure-tiles";
import { HEADLINES, REPORT_ADDRESS } from "./report-address";
import { ReportFilters } from "./report-filters";
import { type Span, spanOf } from "./report-period";
import { type Looked, ReportTable } from "./report-table";

/** The figures of one group at a time; the address keeps what is looked at. */
export function ReportsDesk({ project, timeZone }: { project: Project | null; timeZone: string }) {
  const t = useWords("reports");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const [address, setAddress] = useQueryStates(REPORT_ADDRESS);
  const { view, period, by } = address;
  const today = localDateAt(new Date(), timeZone);
  const span = spanOf(period, today, address);
  const asked = { group: view, by, ...span, ...(project && { projectId: project.id }) };
  const { data, error } = useQuery(trpc.report.figures.queryOptions(asked, { placeholderData: keepPreviousData }));
  // While another group or breakdown is read, the last one's figures are none of its own.
  const report = data?.group === view && data.by === by ? data : undefined;
  return (
    <Tabs
      label={t("views")}
      className="flex-1"
      items={FIGURE_GROUPS.map((value) => ({ value, label: t(`view.${value}`) }))}
      value={view}
      onValueChange={(next) => void setAddress({ view: next, show: null })}
    >
      <div className="scroll-quiet min-h-0 flex-1">
        <ReportFilters {...{ period, span, today, by }} onChange={(change) => void setAddress(change)} />
        {error ? (
          <Banner tone="error" className="m-4" title={t("unreadable")}>
            {refusalOf(error).message}
          </Banner>
        ) : report ? (
          <Figures
            {...{ report, view, by, span }}
            projectId={project?.id ?? null}
            show={address.show}
            onShow={(show) => void setAddress({ show })}
          />
        ) : (
          <Skeleton className="m-4 h-96" />
        )}
      </div>
    </Tabs>
  );
}

type Report = RouterOutput["report"]["figures"];

type FiguresProps = {
  report: Report;
  view: FigureGroup;
  by: Breakdown;
  span: Span;
  projectId: string | null;
  show: string | null;
  onShow: (show: FigureId) => void;
};

function Figures({ report, view, by, span, projectId, show, onShow }: FiguresProps) {
  const t = useWords("reports");
  const [looked, setLooked] = useState<Looked | null>(null);
  const { beforeSpan } = report;
  const headlines = HEADLINES[view].flatMap((id): FigureColumn[] =>
    report.columns.filter((column) => column.id === id),
  );
  // What nothing is known of is no picture to begin with.
  const isKnown = ({ id }: FigureColumn) => report.total[id] != null;
  const chosen = headlines.find(({ id }) => id === show) ?? headlines.find(isKnown) ?? headlines[0]!;
  // A route of less than an hour has expectations, and none at the lead that the rows compare.
  const hasLeads = report.leads.some(({ stops }) => stops > 0);
  if (report.rows.length === 0 && !hasLeads) return <NothingYet firstDate={report.firstDate} view={view} />;
  return (
    <div className="mx-auto flex max-w-400 flex-col gap-8 p-4 sm:p-5">
      <div className="flex flex-col gap-2">
        <FigureTiles report={report} columns={headlines} chosen={chosen.id} onChoose={onShow} />
        {hasBefore(report) ? (
          <p className="text-ink-muted text-sm tabular-nums">
            {t("compared", { from: t.format.date(beforeSpan.fromDate), to: t.format.date(beforeSpan.toDate) })}
          </p>
        ) : null}
      </div>
      {view === "arrivals" ? <LeadChart leads={report.leads} /> : null}
      {view === "emissions" ? <Emissions {...{ report, by }} /> : null}
      {report.rows.length > 0 && report.total[chosen.id] != null ? (
        <FigureChart rows={report.rows} by={by} column={chosen} />
      ) : null}
      <section className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h2 className="flex-1 font-semibold">{t("table", { by: t(`by.${by}`) })}</h2>
          <ExportButton asked={{ group: view, by, ...span, ...(projectId && { projectId }) }} />
        </div>
        {view === "arrivals" ? <p className="text-ink-muted text-sm">{t("comparedLead")}</p> : null}
        <ReportTable {...{ report, by, projectId }} onLook={setLooked} />
        <p className="text-ink-muted text-sm">{t(`explain.${view}`)}</p>
        {by === "zone" && (view === "routes" || view === "emissions") ? (
          <p className="text-ink-muted text-sm">{t("explain.routeZones")}</p>
        ) : null}
        {by === "zone" ? <p className="text-ink-muted text-sm">{t("explain.zone")}</p> : null}
      </section>
      {looked ? <BehindDrawer {...{ looked, view, by, span, projectId }} onClose={() => setLooked(null)} /> : null}
    </div>
  );
}

/** Planned against driven, where both are known; and of how many routes nothing is. */
function Emissions({ report, by }: { report: Report; by: Breakdown }) {
  const t = useWords("reports");
  const { routes = 0, knownRoutes = 0, comparedRoutes = 0 } = report.total;
  const unknown = (routes ?? 0) - (knownRoutes ?? 0);
  return (
    <>
      {unknown > 0 ? (
        <Banner title={t("emissionsUnknown", { count: unknown })}>{t("emissionsUnknownWhy")}</Banner>
      ) : null}
      {comparedRoutes ? <EmissionChart rows={report.rows} by={by} /> : null}
    </>
  );
}

function ExportButton({ asked }: { asked: Span & { group: FigureGroup; by: Breakdown; projectId?: string } }) {
  const t = useWords("reports");
  const trpc = useTRPC();
  const toast = useToast();
  const refusalOf = useRefusalOf();
  const { mutate, isPending } = useMutation(
    trpc.report.export.mutationOptions({
      onSuccess: ({ fileName, csv }) => downloadText(fileName, "text/csv", csv),
      onError: (error) => toast.show({ title: refusalOf(error).message, tone: "error" }),
    }),
  );
  return (
    <Button size="sm" icon={<Download aria-hidden="true" />} disabled={isPending} onClick={() => mutate(asked)}>
      {t("export")}
    </Button>
  );
}

/** Says why there is nothing, and from when there is something. */
function NothingYet({ firstDate, view }: { firstDate: string | null; view: FigureGroup }) {
  const t = useWords("reports");
  return (
    <EmptyState icon={<ChartColumn />} title={t("nothing")} className="py-20">
      {firstDate === null ? t("nothingEver") : t(`nothing.${view}`, { date: t.format.date(firstDate) })}
    </EmptyState>
  );
}
