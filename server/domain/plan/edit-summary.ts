import { z } from "zod";

const number = z.int().min(0);
/** What was moved: how many stops and, where it is one with a name, that name. */
const moved = { stops: z.int().min(1), name: z.string().min(1).nullable() };

/** What an edit of a plan did, as data: each reader's screen makes the sentence in its own language. */
export const editSummarySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unplan"), ...moved }),
  z.object({ kind: z.literal("plan"), ...moved, to: number }),
  z.object({ kind: z.literal("reorder"), ...moved, route: number }),
  /** `from`: every route that gave stops; empty when some came from the pool besides. */
  z.object({ kind: z.literal("move"), ...moved, from: z.array(number), to: number }),
  z.object({ kind: z.literal("lock-stops"), stops: number, isLocked: z.boolean() }),
  z.object({ kind: z.literal("lock-routes"), routes: number, isLocked: z.boolean() }),
  /** `frozenStops` 0: the front is let go. */
  z.object({ kind: z.literal("freeze-front"), routes: number, frozenStops: number }),
  z.object({ kind: z.literal("optimize"), routes: number }),
  z.object({ kind: z.literal("roll-over"), orders: number, toDate: z.iso.date() }),
  z.object({ kind: z.literal("bring-back"), orders: number }),
  z.object({ kind: z.literal("cancel"), orders: z.int().min(1), name: moved.name }),
  /** `routes`: one, or the two that exchanged their drivers. */
  z.object({ kind: z.literal("swap-drivers"), routes: z.array(number).min(1).max(2), driver: z.string() }),
  /** `to`: the routes that took stops; `left`: stops that found no room. */
  z.object({ kind: z.literal("split"), from: number, stops: z.int().min(1), to: z.array(number), left: number }),
  /** Back to the depot to load before a stop, or no longer. */
  z.object({ kind: z.literal("reload"), name: z.string(), route: number, isAdded: z.boolean() }),
]);
export type EditSummary = z.output<typeof editSummarySchema>;

/** An entry of the undo stack as it is told: `label` is English, for logs and for edits from before there were summaries. */
export interface NamedEdit {
  readonly id: string;
  readonly label: string;
  readonly summary: EditSummary | null;
}

/** The summary in English, for logs, the event log and programs. */
export function labelOfEdit(summary: EditSummary): string {
  switch (summary.kind) {
    case "unplan":
      return `Unplan ${whatMoved(summary)}`;
    case "plan":
      return `Plan ${whatMoved(summary)} on ${summary.to}`;
    case "reorder":
      return `Re-order ${whatMoved(summary)} on ${summary.route}`;
    case "move":
      return summary.from.length === 1
        ? `Move ${whatMoved(summary)} ${summary.from[0]}→${summary.to}`
        : `Move ${whatMoved(summary)} to ${summary.to}`;
    case "lock-stops":
      return `${summary.isLocked ? "Lock" : "Unlock"} ${counted(summary.stops, "stop")}`;
    case "lock-routes":
      return `${summary.isLocked ? "Lock" : "Unlock"} ${counted(summary.routes, "route")}`;
    case "freeze-front":
      return summary.frozenStops > 0
        ? `Freeze ${summary.frozenStops} stops of ${counted(summary.routes, "route")}`
        : `Unfreeze ${counted(summary.routes, "route")}`;
    case "optimize":
      return `Optimize ${counted(summary.routes, "route")}`;
    case "roll-over":
      return `Roll over ${counted(summary.orders, "order")} to ${summary.toDate}`;
    case "bring-back":
      return `Bring back ${counted(summary.orders, "order")}`;
    case "cancel":
      return `Cancel ${summary.name ?? counted(summary.orders, "order")}`;
    case "swap-drivers":
      return summary.routes.length === 1
        ? `Give route ${summary.routes[0]} to ${summary.driver}`
        : `Swap drivers of ${summary.routes.join(" and ")}`;
    case "reload":
      return `${summary.isAdded ? "Load again" : "Do not load again"} before ${summary.name}`;
    case "split":
      return `Split ${summary.from} over ${counted(summary.to.length, "route")}`;
  }
}

function whatMoved({ stops, name }: { readonly stops: number; readonly name: string | null }): string {
  return name ?? counted(stops, "stop");
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
