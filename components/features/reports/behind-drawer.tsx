"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Drawer } from "@/components/ui/drawer";
import { Skeleton } from "@/components/ui/skeleton";
import type { Breakdown, FigureGroup } from "@/server/domain/analytics/breakdown";
import { BEHIND } from "./report-address";
import type { Span } from "./report-period";
import type { Looked } from "./report-table";
import { useRowName } from "./row-name";
import { sayFigure } from "./say-figure";

export type BehindDrawerProps = {
  looked: Looked;
  view: FigureGroup;
  by: Breakdown;
  span: Span;
  projectId: string | null;
  onClose: () => void;
};

/** The orders or the routes that were counted, each with the way to it. */
export function BehindDrawer({ looked, view, by, span, projectId, onClose }: BehindDrawerProps) {
  const t = useWords("reports");
  const nameOf = useRowName(by);
  const figure = BEHIND[looked.figure];
  const asked = { ...span, ...(projectId && { projectId }), ...(looked.row && { key: looked.row.key }) };
  const title = figure ? t(`behind.${figure}`) : t("behind.routes");
  const days = t("days", { from: t.format.date(span.fromDate), to: t.format.date(span.toDate) });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={title}
      description={looked.row ? t("behindOf", { of: nameOf(looked.row), days }) : days}
    >
      {figure ? (
        <OrdersBehind asked={{ ...asked, figure, by }} />
      ) : (
        <RoutesBehind asked={{ ...asked, by }} view={view} />
      )}
    </Drawer>
  );
}

type Asked = Span & { projectId?: string; key?: string | null };

function OrdersBehind({
  asked,
}: {
  asked: Asked & { figure: NonNullable<(typeof BEHIND)[keyof typeof BEHIND]>; by: Breakdown };
}) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.report.orders.queryOptions(asked));
  const t = useWords("reports");
  return (
    <Listed error={error} list={data?.orders} isCut={data?.isCut}>
      {(order) => (
        <li
          key={`${order.deliveryId} ${order.date}`}
          className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2"
        >
          <Link
            href={`/orders?project=${order.projectId}&order=${order.deliveryId}`}
            className="font-medium text-accent hover:underline"
          >
            {order.contactName || order.externalId || t("noName")}
          </Link>
          <span className="text-ink-muted text-sm tabular-nums">
            {[order.contactName ? order.externalId : null, order.driverName].filter(Boolean).join(" · ")}
          </span>
          <span className="ml-auto flex gap-3 tabular-nums">
            {order.seconds === null ? null : <span>{sayOff(t, asked.figure, order.seconds)}</span>}
            <Link href={`/plan/${order.date}?project=${order.projectId}`} className="text-accent hover:underline">
              {t.format.date(order.date, "short")}
            </Link>
          </span>
        </li>
      )}
    </Listed>
  );
}

function sayOff(t: ReturnType<typeof useWords<"reports">>, figure: string, seconds: number): string {
  const size = sayFigure(t.format, "seconds", Math.abs(seconds));
  if (figure === "late") return t("late", { size });
  return seconds > 0 ? t("cameLater", { size }) : t("cameEarlier", { size });
}

function RoutesBehind({ asked, view }: { asked: Asked & { by: Breakdown }; view: FigureGroup }) {
  const trpc = useTRPC();
  const t = useWords("reports");
  const { data, error } = useQuery(trpc.report.routes.queryOptions(asked));
  const span = (seconds: number) => sayFigure(t.format, "seconds", seconds);
  return (
    <Listed error={error} list={data?.routes} isCut={data?.isCut}>
      {(route) => (
        <li key={route.routeId} className="border-line border-b py-2 tabular-nums">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link
              href={`/plan/${route.date}?project=${route.projectId}`}
              className="font-medium text-accent hover:underline"
            >
              {t("route", { number: route.number, date: t.format.date(route.date, "short") })}
            </Link>
            <span className="text-ink-muted">{route.driverName}</span>
          </p>
          <dl className="mt-1 grid grid-cols-2 gap-x-6 text-sm sm:grid-cols-3 [&_dt]:inline [&_dt]:text-ink-muted [&_dd]:inline [&_dd]:ml-1.5">
            <Fact word={t("fact.stops")}>
              {t("ofPlanned", { made: t.format.count(route.madeStops), planned: t.format.count(route.plannedStops) })}
            </Fact>
            <Fact word={t("fact.distance")}>
              {t("ofPlanned", {
                made: route.drivenMeters === null ? "–" : t.format.distance(route.drivenMeters),
                planned: t.format.distance(route.plannedMeters),
              })}
            </Fact>
            {view === "emissions" || route.plannedGrams !== null ? (
              <Fact word={t("fact.emissions")}>{sayEmissions(t, route)}</Fact>
            ) : null}
            <Fact word={t("fact.time")}>
              {t("ofPlanned", { made: span(route.drivenSeconds), planned: span(route.plannedSeconds) })}
            </Fact>
            <Fact word={t("figure.startDelaySeconds")}>{t.format.minutesDelta(route.startDelaySeconds)}</Fact>
            <Fact word={t("figure.finishDelaySeconds")}>{t.format.minutesDelta(route.finishDelaySeconds)}</Fact>
            <Fact word={t("figure.idleSeconds")}>{span(route.idleSeconds)}</Fact>
          </dl>
        </li>
      )}
    </Listed>
  );
}

function sayEmissions(t: ReturnType<typeof useWords<"reports">>, { plannedGrams, drivenGrams }: Emitted): string {
  if (plannedGrams === null) return t("unknown");
  const made = drivenGrams === null ? "–" : t.format.weight(drivenGrams);
  return t("ofPlanned", { made, planned: t.format.weight(plannedGrams) });
}

type Emitted = Pick<RouterOutput["report"]["routes"]["routes"][number], "plannedGrams" | "drivenGrams">;

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type ListedProps<T> = {
  error: RouterError;
  list: readonly T[] | undefined;
  isCut: boolean | undefined;
  children: (item: T) => ReactNode;
};
type RouterError = Parameters<ReturnType<typeof useRefusalOf>>[0];

function Listed<
  T extends RouterOutput["report"]["orders"]["orders"][number] | RouterOutput["report"]["routes"]["routes"][number],
>({ error, list, isCut, children }: ListedProps<T>) {
  const t = useWords("reports");
  const refusalOf = useRefusalOf();
  if (error)
    return (
      <Banner tone="error" title={t("unreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  if (!list) return <Skeleton className="h-40" />;
  if (list.length === 0) return <p className="text-ink-muted">{t("behindNothing")}</p>;
  return (
    <>
      <ul>{list.map(children)}</ul>
      {isCut ? <p className="mt-2 text-ink-muted text-sm">{t("cut", { count: list.length })}</p> : null}
    </>
  );
}
