import { type DeliveryStatus, TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { type BoardVisit, NO_LOADS, type PlanBoard } from "./plan-board";
import type { Loads } from "./routing-problem";

/** What was to be fetched is not there. */
const NOT_FETCHED: readonly DeliveryStatus[] = ["failed", "cancelled", "returned"];

/**
 * The day's visits with orders that were joined as pairs, like the two doors of one order: what the pickup takes on the
 * drop-off hands over. Both say what their goods are; where they differ, the greater holds. Alone on its day, or once the
 * other is off, each is an order like any other.
 */
export function joinVisits(visits: ReadonlyMap<string, BoardVisit>): ReadonlyMap<string, BoardVisit> {
  const halves = [...visits.values()].filter(({ joined }) => joined !== undefined);
  if (halves.length === 0) return visits;
  const others = new Map(halves.map((visit) => [nameOf(visit, visit.role), visit]));
  const next = new Map(visits);
  let isDifferent = false;
  for (const visit of halves) {
    const other = others.get(nameOf(visit, visit.role === "pickup" ? "dropoff" : "pickup"));
    const terms = other && holds(visit, other) ? pairedTerms(visit, other) : aloneTerms(visit);
    if (isSame(visit, terms)) continue;
    const { pairKey: _, pairRole: __, ...rest } = visit;
    next.set(visit.id, { ...rest, ...terms });
    isDifferent = true;
  }
  return isDifferent ? next : visits;
}

/** The board on which the orders of these visits are no longer joined with others: what they leave behind is alone. */
export function partVisits(board: PlanBoard, visitIds: readonly string[]): PlanBoard {
  const parted = visitIds.flatMap((visitId) => {
    const visit = board.visits.get(visitId);
    return visit?.joined ? [visit] : [];
  });
  if (parted.length === 0) return board;
  const visits = new Map(board.visits);
  for (const { joined, pairKey: _, pairRole: __, ...visit } of parted) {
    visits.set(visit.id, { ...visit, ...carrying(visit.role, joined!.loads) });
  }
  return { ...board, visits: joinVisits(visits) };
}

type PairTerms = Pick<BoardVisit, "deliver" | "pickup" | "pairKey" | "pairRole">;

function nameOf({ joined }: BoardVisit, role: BoardVisit["role"]): string {
  return `${role} ${joined!.key}`;
}

/** Whether the goods still go, or have gone, from the one to the other. */
function holds(visit: BoardVisit, other: BoardVisit): boolean {
  const [pickup, dropoff] = visit.role === "pickup" ? [visit, other] : [other, visit];
  if (NOT_FETCHED.includes(pickup.status) || dropoff.status === "cancelled") return false;
  return pickup.status === "delivered" || !TERMINAL_DELIVERY_STATUSES.includes(dropoff.status);
}

function pairedTerms({ role, joined }: BoardVisit, other: BoardVisit): PairTerms {
  const [mine, theirs] = [joined!.loads, other.joined!.loads];
  const most = mine.map((load, dimension) => Math.max(load, theirs[dimension]!)) as unknown as Loads;
  const carried = role === "pickup" ? most : NO_LOADS;
  return { ...carrying("pickup", carried), pairKey: joined!.key, pairRole: role };
}

function aloneTerms({ role, joined }: BoardVisit): PairTerms {
  return carrying(role, joined!.loads);
}

function carrying(role: BoardVisit["role"], loads: Loads): Pick<BoardVisit, "deliver" | "pickup"> {
  return role === "pickup" ? { deliver: NO_LOADS, pickup: loads } : { deliver: loads, pickup: NO_LOADS };
}

function isSame(visit: BoardVisit, terms: PairTerms): boolean {
  const isEqual = (a: Loads, b: Loads) => a.every((load, dimension) => load === b[dimension]);
  return (
    visit.pairKey === terms.pairKey && isEqual(visit.deliver, terms.deliver) && isEqual(visit.pickup, terms.pickup)
  );
}
