"use client";
import clsx from "clsx";
import { Clock, MapPin, Navigation } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { type BoardRoute, boardVisit } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { formatMinutes } from "../describe-rule-break";
import { RouteExceptionMark } from "./exception-mark";
import type { LiveRoute } from "./live-routes";
import type { RouteFigures } from "./route-figures";
import { VanSigns } from "./van-signs";

export interface RouteLiveLinesProps {
  readonly route: BoardRoute;
  readonly live: LiveRoute;
  readonly figures: RouteFigures;
}

/** A route as it is driven: how much is done, how the van is, and which stop comes next at what time. */
export function RouteLiveLines({ route, live, figures }: RouteLiveLinesProps) {
  const t = useWords("boardLive");
  const { stops, done, failed } = figures;
  return (
    <span className="flex flex-col gap-0.5 text-ink-muted text-sm leading-4 tabular-nums">
      <span className="flex h-4.5 items-center gap-2">
        <DoneBar stops={stops} done={done} failed={failed} />
        <span className="mr-auto whitespace-nowrap" title={t("done")}>
          {t("doneOf", { done, stops })}
        </span>
        <RouteExceptionMark routeId={route.id} />
        {failed > 0 ? (
          <span className="whitespace-nowrap font-medium text-alert">{t("failedStops", { count: failed })}</span>
        ) : null}
        <VanSigns routeId={route.id} phase={live.phase} />
      </span>
      <NextLine figures={figures} live={live} />
    </span>
  );
}

/** How many promises of a route will be broken, and by how much the worst. */
export function LateBadge({ figures }: { figures: RouteFigures }) {
  const t = useWords("boardLive");
  if (figures.lateStops === 0) return null;
  return (
    <Badge tone="alert" icon={<Clock aria-hidden="true" />}>
      {t("lateWorst", { count: figures.lateStops, worst: formatMinutes(t.format, figures.worstLateSeconds) })}
    </Badge>
  );
}

function NextLine({ figures, live }: Pick<RouteLiveLinesProps, "figures" | "live">) {
  const t = useWords("boardLive");
  const { board } = useBoard();
  const { next, slackSeconds } = figures;
  if (live.phase === "finished" && live.finishedSeconds !== null) {
    return <span className="truncate">{t("finishedAt", { time: t.format.time(live.finishedSeconds) })}</span>;
  }
  if (live.phase === "left") {
    return <span className="truncate">{t("leftOpen", { count: figures.stops - figures.done })}</span>;
  }
  if (!next) return <span className="truncate">{t("allDone")}</span>;
  const visit = boardVisit(board, next.visitId);
  const Icon = next.isUnderway ? Navigation : MapPin;
  return (
    <span className="flex h-4.5 items-center gap-1.5">
      <Icon className="size-3 shrink-0" aria-label={t(next.isUnderway ? "headingFor" : "nextStop")} role="img" />
      <span className="font-medium text-ink">
        {next.isExpected ? "" : "~"}
        {t.format.time(next.arriveSeconds)}
      </span>
      <span className="min-w-0 flex-1 truncate">{visit.name || visit.externalId}</span>
      {slackSeconds === null || slackSeconds < 0 ? null : (
        <span className={clsx("whitespace-nowrap", slackSeconds < 900 && "font-medium text-warn")}>
          {t("slack", { duration: formatMinutes(t.format, slackSeconds) })}
        </span>
      )}
    </span>
  );
}

/** Done and failed of all, as a bar; the figures beside it say the same. */
function DoneBar({ stops, done, failed }: { stops: number; done: number; failed: number }) {
  const share = (count: number) => `${stops === 0 ? 0 : (100 * count) / stops}%`;
  return (
    <span className="flex h-1.5 min-w-5 max-w-14 flex-1 overflow-hidden rounded-full bg-pressed" aria-hidden="true">
      <span className="bg-ok" style={{ width: share(done - failed) }} />
      <span className="bg-alert" style={{ width: share(failed) }} />
    </span>
  );
}
