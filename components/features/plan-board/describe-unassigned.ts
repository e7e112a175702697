import type { Words } from "@/components/lib/words/words";
import type { DraftInsertion, DraftUnassigned } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { signedMoney } from "./describe-delta";
import { formatLoad, formatMinutes, type LoadDimensions } from "./describe-rule-break";

type Reason = DraftUnassigned["reasons"][number];

/** Why a stop is on no route, in a few words: "Weight +140 kg", "Window missed by 22 min", "Needs cold". */
export function describeUnassigned(t: Words<"rules">, reason: Reason, dimensions: LoadDimensions): string {
  const shortfall = "shortfall" in reason ? reason.shortfall : undefined;
  const subject = "subject" in reason ? reason.subject : undefined;
  const minutes = shortfall === undefined ? "" : formatMinutes(t.format, shortfall);
  switch (reason.rule) {
    case "skills":
    case "features":
      return subject ? t("needs", { what: subject }) : t("why.noVan");
    case "capacity":
      return shortfall === undefined ? t("why.full") : describeCapacity(t, subject, shortfall, dimensions);
    case "time-window":
      return minutes ? t("why.windowBy", { minutes }) : t("why.window");
    case "shift":
      return minutes ? t("why.shiftBy", { minutes }) : t("why.shift");
    case "max-distance":
      return shortfall === undefined ? t("why.far") : t("why.farBy", { distance: t.format.distance(shortfall) });
    case "max-work-time":
      return minutes ? t("why.workBy", { minutes }) : t("why.work");
    default:
      return t(`why.${reason.rule}`);
  }
}

/** One way to serve a stop left out: "Route 4, +€3.20: Weight +140 kg". A window missed says whose, if not its own. */
export function describeInsertion(t: Words<"rules">, insertion: DraftInsertion, board: PlanBoard): string {
  const { loadDimensions, currency } = board.plan;
  const route = String(board.routes.find(({ id }) => id === insertion.routeId)?.number ?? "?");
  const breaks = insertion.shortfalls.map(({ visitId, ...shortfall }) => {
    const whose = visitId === undefined ? undefined : board.visits.get(visitId);
    const what = describeUnassigned(t, { ...shortfall, vehicleCount: 1 }, loadDimensions);
    return whose ? `${whose.name || whose.externalId}: ${what}` : what;
  });
  const price = signedMoney(t.format, insertion.costCents, currency);
  if (insertion.reload) breaks.unshift(t("oneMoreTrip"));
  if (breaks.length === 0) return t("insertion", { route, price });
  return t("insertionBreaks", { route, price, breaks: breaks.join(", ") });
}

function describeCapacity(
  t: Words<"rules">,
  subject: string | undefined,
  shortfall: number,
  dimensions: LoadDimensions,
): string {
  const dimension = Number(subject);
  const name = dimensions[dimension]?.name ?? subject ?? t("load");
  return `${name} +${formatLoad(t.format, shortfall, Number.isInteger(dimension) ? dimension : -1, dimensions)}`;
}
