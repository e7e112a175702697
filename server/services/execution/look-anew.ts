import "server-only";
import type { CommandScope } from "../kernel/command";

/**
 * Has the expected arrivals of routes worked out anew, and plans looked at for exceptions, once the command commits. Who
 * asks for what another transaction has just asked for waits until that has ended: so everybody asks in one order.
 */
export async function lookAnew(
  { enqueue }: Pick<CommandScope<unknown>, "enqueue">,
  { routeIds = [], planIds = [] }: { readonly routeIds?: readonly string[]; readonly planIds?: readonly string[] },
): Promise<void> {
  for (const routeId of inOrder(routeIds)) await enqueue("refresh-arrivals", { routeId });
  for (const planId of inOrder(planIds)) await enqueue("watch-plan", { planId });
}

const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();
