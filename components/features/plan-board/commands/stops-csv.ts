import { formatTimeOfDay, formatTimeRange } from "@/components/lib/format";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { dayClock } from "@/server/domain/time/day-clock";
import type { DayClock } from "@/server/domain/time/plain-clock";
import type { StopContact } from "../plan-gateway";

const HEADINGS = [
  "order",
  "type",
  "name",
  "street",
  "place",
  "latitude",
  "longitude",
  "phone",
  "email",
  "notification_preference",
  "windows",
  "service_min",
  "priority",
  "status",
  "route",
  "driver",
  "sequence",
  "arrives",
  "leaves",
  "time_zone",
  "problems",
];

/** Stops as a spreadsheet takes them: planned ones in driving order, then the unassigned. Times are of the plan's day. */
export function stopsCsv(board: PlanBoard, visitIds: readonly string[], contacts: readonly StopContact[]): string {
  const contactOf = new Map(contacts.map((contact) => [contact.visitId, contact]));
  const wanted = new Set(visitIds);
  const planned = board.routes.flatMap((route) => route.stops.map(({ visitId }) => visitId));
  const ordered = [...planned, ...board.pool].filter((id) => wanted.has(id));
  const clock = dayClock(board.plan.date, board.plan.timeZone);
  return writeCsv([HEADINGS, ...ordered.map((id) => cellsOf(board, clock, id, contactOf.get(id)))]);
}

function cellsOf(board: PlanBoard, { wall }: DayClock, visitId: string, contact: StopContact | undefined): string[] {
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
    contact?.phone ?? "",
    contact?.email ?? "",
    contact?.notificationPreference ?? "",
    visit.windows.map(({ fromSeconds, toSeconds }) => formatTimeRange(wall(fromSeconds), wall(toSeconds))).join(" "),
    String(visit.serviceSeconds / 60),
    visit.priority,
    visit.status,
    place ? String(place.route.number) : "",
    place?.route.driver.name ?? "",
    place ? String(place.index + 1) : "",
    time ? formatTimeOfDay(wall(time.arriveSeconds)) : "",
    time ? formatTimeOfDay(wall(time.departSeconds)) : "",
    board.plan.timeZone,
    time?.breaks.map(({ rule }) => rule).join(" ") ?? "",
  ];
}
