import { randomUUID } from "node:crypto";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import type { Ports, ServiceContext } from "@/server/services/kernel/service-context";
import { listMessages } from "@/server/services/message/list-messages";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { moveStops } from "@/server/services/plan/move-stops";
import { FakeClock } from "./fake-clock";
import { type PlanScenario, planScenario, type ScenarioVisit } from "./plan-scenario";

export interface DrivenDay {
  readonly scenario: PlanScenario;
  readonly clock: FakeClock;
  /** The link of each route's driver, by route number − 1; undefined for routes without stops. */
  readonly links: readonly (string | undefined)[];
  /** The driver of a route, as his link makes him. */
  driver(route: number): Promise<ServiceContext>;
  /** An act as that driver's device would send it, now by the clock unless told otherwise. */
  act(act: Record<string, unknown> & { readonly type: string }): Record<string, unknown>;
}

/** A day that has been sent out: `routes[n]` are the indices of the visits on route n + 1. */
export async function drivenDay(
  routes: readonly (readonly number[])[],
  visits?: readonly ScenarioVisit[],
  options: { readonly now?: Date; readonly date?: string; readonly ports?: Partial<Ports> } = {},
): Promise<DrivenDay> {
  const clock = new FakeClock(options.now?.toISOString() ?? "2026-06-10T07:00:00Z");
  const count = Math.max(-1, ...routes.flat()) + 1;
  const spots = visits ?? Array.from({ length: count }, (_, index) => ({ at: [index + 1, index + 1] as const }));
  const scenario = await planScenario(spots, {
    drivers: routes.length,
    ports: { clock, ...options.ports },
    ...(options.date !== undefined && { date: options.date }),
  });
  for (const [route, indices] of routes.entries()) {
    for (const index of indices) {
      await moveStops(scenario.context(), {
        planId: scenario.planId,
        mutationId: scenario.mutationId(),
        visitIds: [scenario.visitIds[index]!],
        to: { kind: "best", routeId: scenario.routeIds[route]! },
        confirmed: await scenario.seenRoutes(),
      });
    }
  }
  return { scenario, clock, ...(await sendOut(scenario, clock)) };
}

/** Sends all routes of a day to their drivers. */
export async function sendOut(
  scenario: PlanScenario,
  clock: FakeClock,
): Promise<Omit<DrivenDay, "scenario" | "clock">> {
  const sent = (await scenario.board()).routes.map(({ id, version }) => ({ routeId: id, version }));
  await dispatchRoutes(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    routes: sent,
  });
  const messages = await listMessages(scenario.context(), {});
  const links = scenario.routeIds.map((_, index) => {
    const message = messages.find(
      ({ recipient, purpose }) => purpose === "route-dispatched" && recipient === `driver${index}@example.com`,
    );
    return message && /\/run\/([\w-]{43})/.exec(message.body)?.[1];
  });
  let deviceSeq = 0;
  return {
    links,
    driver: async (route) => {
      const actor = await resolveRouteLink(scenario.tenant.database, links[route] ?? "", clock.now());
      if (!actor) throw new Error(`route ${route + 1} has no link`);
      return { ...scenario.context(), actor };
    },
    act: (act) => ({
      opId: randomUUID(),
      deviceSeq: ++deviceSeq,
      occurredAt: clock.now().toISOString(),
      ...act,
    }),
  };
}
