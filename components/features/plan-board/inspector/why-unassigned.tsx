"use client";
import { useDeferredValue, useMemo } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { signedDistance, signedMoney } from "../describe-delta";
import { describeUnassigned } from "../describe-unassigned";
import { useLeftOut } from "../left-out-context";
import { BreakChips } from "../route-list/break-chips";
import { useRouteLook } from "../route-looks";
import { type FittingPlace, fittingPlaces } from "./fitting-places";
import { InspectorSection } from "./inspector-section";

/** Of a stop on no route: what the optimizer ran into, and where it would go with least harm, each a press away. */
export function WhyUnassigned({ board, visitId }: { board: PlanBoard; visitId: string }) {
  return (
    <>
      <Reasons board={board} visitId={visitId} />
      <FittingPlaces board={board} visitId={visitId} />
    </>
  );
}

function Reasons({ board, visitId }: { board: PlanBoard; visitId: string }) {
  const t = useWords("boardInspector");
  const common = useWords("common");
  const rules = useWords("rules");
  const leftOut = useLeftOut(visitId);
  if (!leftOut || leftOut.reasons.length === 0) return null;
  return (
    <InspectorSection title={t("why.title")}>
      <ul className="flex flex-col gap-1">
        {leftOut.reasons.slice(0, 5).map((reason) => (
          <li key={`${reason.rule} ${"subject" in reason ? reason.subject : ""}`} className="flex items-center gap-2">
            <Badge tone="warn">{describeUnassigned(rules, reason, board.plan.loadDimensions)}</Badge>
            {reason.vehicleCount > 0 ? (
              <span className="text-ink-muted text-sm tabular-nums">
                {common("routes", { count: reason.vehicleCount })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}

function FittingPlaces({ board, visitId }: { board: PlanBoard; visitId: string }) {
  const t = useWords("boardInspector");
  const settled = useDeferredValue(board);
  const places = useMemo(
    () => (settled.visits.has(visitId) ? fittingPlaces(settled, visitId) : []),
    [settled, visitId],
  );
  if (places.length === 0) return null;
  return (
    <InspectorSection title={t("fit.title")}>
      <ul className="-mx-2 flex flex-col">
        {places.map((place) => (
          <li key={place.route.id}>
            <PlaceChoice place={place} board={settled} visitId={visitId} />
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}

function PlaceChoice({ place, board, visitId }: { place: FittingPlace; board: PlanBoard; visitId: string }) {
  const t = useWords("boardInspector");
  const theme = useTheme();
  const look = useRouteLook(place.route.id);
  const { actions, canEdit } = useBoardSession();
  const { route, behindStop, preview, to } = place;
  const { delta, newBreaks, isApproximate } = preview;
  return (
    <button
      type="button"
      disabled={!canEdit}
      onClick={() => actions.move([visitId], to)}
      data-testid="fitting-place"
      className="flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left enabled:hover:bg-hover pointer-coarse:min-h-11"
    >
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate">{behindStop === 0 ? t("fit.first") : t("fit.after", { number: behindStop })}</span>
          <span className="shrink-0 font-medium tabular-nums">
            {signedMoney(t.format, delta.costCents, board.plan.currency)}
          </span>
        </span>
        <span className="flex gap-2.5 text-ink-muted text-sm tabular-nums">
          {isApproximate ? "~ " : ""}
          {signedDistance(t.format, delta.distanceMeters)}
          <span>{t.format.minutesDelta(delta.durationSeconds)}</span>
        </span>
        <span className="flex flex-wrap gap-1">
          {newBreaks.length === 0 ? (
            <Badge tone="ok">{t("fit.fits")}</Badge>
          ) : (
            <BreakChips breaks={newBreaks.map((each) => each.rule)} dimensions={board.plan.loadDimensions} max={3} />
          )}
        </span>
      </span>
    </button>
  );
}
