import { formatDistance } from "@/components/lib/format";
import type { DraftInsertion, DraftUnassigned } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { signedMoney } from "./describe-delta";
import { formatLoad, formatMinutes, type LoadDimensions } from "./describe-rule-break";

type Reason = DraftUnassigned["reasons"][number];

/** Why a stop is on no route, in a few words: "Weight +140 kg", "Window missed by 22 min", "Needs cold". */
export function describeUnassigned(reason: Reason, dimensions: LoadDimensions): string {
  const shortfall = "shortfall" in reason ? reason.shortfall : undefined;
  const subject = "subject" in reason ? reason.subject : undefined;
  switch (reason.rule) {
    case "unlocated":
      return "No position yet";
    case "other-day":
      return "Promised for another day";
    case "no-vehicle":
      return "No vehicle";
    case "skills":
    case "features":
      return subject ? `Needs ${subject}` : "No van can take it";
    case "allowed-vehicles":
      return "Its vehicle is not there";
    case "capacity":
      return shortfall === undefined ? "Vans are full" : describeCapacity(subject, shortfall, dimensions);
    case "time-window":
      return shortfall === undefined ? "Window cannot be met" : `Window missed by ${formatMinutes(shortfall)}`;
    case "shift":
      return shortfall === undefined ? "Outside every shift" : `${formatMinutes(shortfall)} past the shift`;
    case "max-visits":
      return "Vans have their most stops";
    case "max-distance":
      return shortfall === undefined ? "Too far" : `${formatDistance(shortfall)} too far`;
    case "max-drive-time":
      return "Too much driving";
    case "max-work-time":
      return shortfall === undefined ? "Too long a day" : `${formatMinutes(shortfall)} too long a day`;
    case "break":
      return "No room beside the break";
    case "place":
      return "Its place on the route is not free";
    case "locked":
      return "Routes are locked";
    case "unreachable":
      return "No road leads there: check its pin";
    case "prize":
      return "Costs more than it is worth";
    case "cost":
      return "Not placed yet";
  }
}

/** One way to serve a stop left out: "Route 4, +€3.20: Weight +140 kg". A window missed says whose, if not its own. */
export function describeInsertion(insertion: DraftInsertion, board: PlanBoard): string {
  const { loadDimensions, currency } = board.plan;
  const number = board.routes.find((route) => route.id === insertion.routeId)?.number ?? "?";
  const broken = insertion.shortfalls.map(({ visitId, ...shortfall }) => {
    const whose = visitId === undefined ? undefined : board.visits.get(visitId);
    const what = describeUnassigned({ ...shortfall, vehicleCount: 1 }, loadDimensions);
    return whose ? `${whose.name || whose.externalId}: ${what}` : what;
  });
  const price = `Route ${number}, ${signedMoney(insertion.costCents, currency)}`;
  return broken.length === 0 ? price : `${price}: ${broken.join(", ")}`;
}

function describeCapacity(subject: string | undefined, shortfall: number, dimensions: LoadDimensions): string {
  const dimension = Number(subject);
  const name = dimensions[dimension]?.name ?? subject ?? "Load";
  return `${name} +${formatLoad(shortfall, Number.isInteger(dimension) ? dimension : -1, dimensions)}`;
}
