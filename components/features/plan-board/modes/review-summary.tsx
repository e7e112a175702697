"use client";
import { Ban, CircleCheck, CircleDashed, CircleHelp, CircleX, ClipboardCheck, Undo2 } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { useTheme } from "@/components/lib/theme";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Stat } from "@/components/ui/stat";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStoreApi } from "../board-store";
import { InspectorSection } from "../inspector/inspector-section";
import { AccuracySection } from "../live/accuracy-section";
import { useRouteLook } from "../route-looks";
import { moveCursor } from "../select-stops";
import { dayOutcome, routeProgress } from "./live-day";
import { StopCounts } from "./stop-counts";

/** How the day went: what was delivered, what was not, and what nobody has reported. */
export function ReviewSummary({ board }: { board: PlanBoard }) {
  const t = useWords("boardModes");
  const mayReadProof = useMay("proof.read");
  const outcome = useMemo(() => dayOutcome(board), [board]);
  const { delivered, failed, returned, cancelled, open, notSent } = outcome;
  const attempted = delivered.length + failed.length + returned.length;
  const sent = board.routes.filter((route) => route.status !== "planned" && route.stops.length > 0);
  if (sent.length === 0) {
    return (
      <EmptyState icon={<ClipboardCheck />} title={t("nothingToReview")}>
        {t("nothingToReviewHint")}
      </EmptyState>
    );
  }
  return (
    <>
      <InspectorSection title={t("howItWent")}>
        {attempted === 0 ? (
          <p className="text-ink-muted">{t("nothingReported")}</p>
        ) : (
          <div className="grid grid-cols-2 gap-x-4 gap-y-3">
            <Stat
              label={t("delivered")}
              value={t.format.count(delivered.length)}
              detail={t("ofStops", { count: attempted + open.length })}
            />
            <Stat label={t("ofAttempted")} value={t.format.share(delivered.length / attempted)} />
          </div>
        )}
      </InspectorSection>
      {mayReadProof ? (
        <InspectorSection title={t("evidence")}>
          <Link href={`/review?project=${board.plan.projectId}&date=${board.plan.date}`} className={buttonClass()}>
            {t("goThroughEvidence")}
          </Link>
        </InspectorSection>
      ) : null}
      <InspectorSection title={t("byOutcome")}>
        <StopCounts
          counts={[
            { label: t("outcome.failed"), icon: <CircleX />, visitIds: failed },
            { label: t("outcome.returned"), icon: <Undo2 />, visitIds: returned },
            { label: t("outcome.open"), icon: <CircleHelp />, visitIds: open },
            { label: t("outcome.notSent"), icon: <CircleDashed />, visitIds: notSent },
            { label: t("outcome.cancelled"), icon: <Ban />, visitIds: cancelled },
            { label: t("outcome.delivered"), icon: <CircleCheck />, visitIds: delivered },
          ]}
        />
      </InspectorSection>
      <InspectorSection title={t("byRoute")}>
        <ul className="-mx-2 flex flex-col">
          {sent.map((route) => (
            <li key={route.id}>
              <RouteOutcome route={route} board={board} />
            </li>
          ))}
        </ul>
      </InspectorSection>
      <AccuracySection />
    </>
  );
}

function RouteOutcome({ route, board }: { route: BoardRoute; board: PlanBoard }) {
  const t = useWords("boardModes");
  const store = useBoardStoreApi();
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const { delivered, failed, stops } = routeProgress(route, board);
  return (
    <button
      type="button"
      onClick={() => moveCursor(store, { kind: "route", id: route.id })}
      className="flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover pointer-coarse:min-h-11"
    >
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="min-w-0 flex-1 truncate">{route.driver.name}</span>
      <span className="text-ink-muted text-sm tabular-nums">
        {[
          t("doneOf", { done: delivered.length, stops }),
          ...(failed.length > 0 ? [t("failed", { count: failed.length })] : []),
        ].join(", ")}
      </span>
    </button>
  );
}
