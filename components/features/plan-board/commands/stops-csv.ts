import { formatTimeOfDay, formatTimeRange } from "@/components/lib/format";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";

const HEADINGS = [
  "order",
  "type",
  "name",
  "street",
  "place",
  "latitude",
  "longitude",
  "windows",
  "service_min",
  "priority",
  "status",
  "route",
  "driver",
  "sequence",
  "arrives",
  "leaves",
  "problems",
];

/** Stops as a spreadsheet takes them: planned ones in driving order, then the unassigned. Times are of the plan's day. */
export function stopsCsv(board: PlanBoard, visitIds: readonly string[]): string {
  const wanted = new Set(visitIds);
  const planned = board.routes.flatMap((route) => route.stops.map(({ visitId }) => visitId));
  const ordered = [...planned, ...board.pool].filter((id) => wanted.has(id));
  return writeCsv([HEADINGS, ...ordered.map((id) => cellsOf(board, id))]);
}

function cellsOf(board: PlanBoard, visitId: string): string[] {
  const visit = board.visits.get(visitId)!;
  const place = stopPlaces(board).get(visitId);
  const time = place?.route.schedule.stops[place.index];
  return [
    visit.externalId,
    visit.role,
    visit.name,
    visit.street,
    visit.place,
    visit.position ? String(visit.position.lat) : "",
    visit.position ? String(visit.position.lng) : "",
    visit.windows.map(({ fromSeconds, toSeconds }) => formatTimeRange(fromSeconds, toSeconds)).join(" "),
    String(visit.serviceSeconds / 60),
    visit.priority,
    visit.status,
    place ? String(place.route.number) : "",
    place?.route.driver.name ?? "",
    place ? String(place.index + 1) : "",
    time ? formatTimeOfDay(time.arriveSeconds) : "",
    time ? formatTimeOfDay(time.departSeconds) : "",
    time?.breaks.map(({ rule }) => rule).join(" ") ?? "",
  ];
}
