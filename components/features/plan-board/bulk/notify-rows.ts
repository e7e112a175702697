import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { DispatchChannel } from "../dispatch/dispatch-receipt";
import type { DispatchRow } from "../dispatch/dispatch-rows";

export interface NotifyRow {
  readonly route: BoardRoute;
  /** Where the driver is written to, by the channels chosen. */
  readonly contacts: readonly string[];
  /** Why nothing goes out to this one. */
  readonly obstacle: "not-sent" | "finished" | "no-contact" | null;
}

/** The routes concerned with who would be told how: only drivers who hold their route, over channels they have. */
export function notifyRows(rows: readonly DispatchRow[], channels: readonly DispatchChannel[]): NotifyRow[] {
  return rows.map(({ route, channels: own }) => {
    const reached = own.filter((channel) => channels.includes(channel));
    const contacts = reached.map((channel) => (channel === "email" ? route.driver.email : route.driver.phone));
    return { route, contacts, obstacle: obstacleOf(route, contacts) };
  });
}

function obstacleOf({ status }: BoardRoute, contacts: readonly string[]): NotifyRow["obstacle"] {
  if (status === "planned") return "not-sent";
  if (status === "finished") return "finished";
  return contacts.length === 0 ? "no-contact" : null;
}
