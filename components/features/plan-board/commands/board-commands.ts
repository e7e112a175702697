import type { Command } from "@/components/lib/commands";
import type { CommandContext } from "./command-context";
import { routeExceptionCommand, stopExceptionCommand } from "./exception-commands";
import { modeCommands } from "./mode-commands";
import { orderCommands } from "./order-commands";
import { planCommands } from "./plan-commands";
import { routeCommands } from "./route-commands";
import { stopCommands } from "./stop-commands";
import { walkCommands } from "./walk-commands";

export interface GroupedCommands {
  readonly stop: readonly Command[];
  readonly route: readonly Command[];
  readonly all: readonly Command[];
}

/** Everything that can be done on the board as it is now. */
export function boardCommands(context: CommandContext): GroupedCommands {
  const [newOrder, ...onOrders] = orderCommands(context);
  const stop = [...stopCommands(context), ...onOrders, stopExceptionCommand(context)];
  const route = [...routeCommands(context), routeExceptionCommand(context)];
  const plan = [...planCommands(context), newOrder!, ...modeCommands(context)];
  return { stop, route, all: [...stop, ...route, ...plan, ...walkCommands(context)] };
}
