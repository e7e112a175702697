import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import type { AppRouter } from "@/server/trpc/root";

/** A dispatcher who brings a day as far as the drivers' links, over HTTP as a browser would. */
export class DeskClient {
  readonly #api;

  private constructor(
    readonly baseUrl: string,
    cookie: string,
  ) {
    this.#api = createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${baseUrl}/api/trpc`, transformer: superjson, headers: { cookie } })],
    });
  }

  /** Throws with the server's words when the sign-in is refused. */
  static async signIn(baseUrl: string, email: string, password: string): Promise<DeskClient> {
    const response = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: baseUrl },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`signing in as ${email} failed: ${await response.text()}`);
    const cookie = response.headers.getSetCookie().map((each) => each.split(";", 1)[0]);
    return new DeskClient(baseUrl, cookie.join("; "));
  }

  /** The first project's plan of a day; planned by the optimizer when nothing is on a route yet. */
  async plannedDay(date: string, searchSeconds: number): Promise<{ planId: string; stops: number; routes: number }> {
    const [project] = await this.#api.project.list.query();
    if (!project) throw new Error("there is no project to drive for");
    const { planId } = await this.#api.plan.open.mutate({ projectId: project.id, date });
    let board = await this.#board(planId);
    if (board.routes.every(({ stops }) => stops.length === 0)) {
      if (board.routes.length === 0) {
        const drivers = await this.#api.fleet.drivers.query({ projectId: project.id });
        await this.#api.plan.chooseDrivers.mutate({ planId, drivers: drivers.map(({ id }) => ({ driverId: id })) });
      }
      await this.#optimize(planId, searchSeconds);
      board = await this.#board(planId);
    }
    const used = board.routes.filter(({ stops }) => stops.length > 0);
    return { planId, routes: used.length, stops: used.reduce((sum, { stops }) => sum + stops.length, 0) };
  }

  /** Sends out what has not been sent, and answers with the newest link of each route that is out. */
  async links(planId: string): Promise<{ routeId: string; link: string }[]> {
    const { routes } = await this.#board(planId);
    const unsent = routes.filter(({ status, stops }) => status === "planned" && stops.length > 0);
    if (unsent.length > 0) {
      await this.#api.plan.dispatch.mutate({
        planId,
        mutationId: randomUUID(),
        routes: unsent.map(({ id, version }) => ({ routeId: id, version })),
      });
    }
    const links = [];
    for (const { id } of routes.filter(({ stops }) => stops.length > 0)) {
      const messages = await this.#api.message.list.query({ routeId: id, limit: 50 });
      const newest = messages.find(({ purpose }) => purpose === "route-dispatched");
      const link = newest && /\/run\/([\w-]{43})/.exec(newest.body)?.[1];
      if (link) links.push({ routeId: id, link });
    }
    return links;
  }

  async #board(planId: string) {
    return unpackBoard(await this.#api.plan.board.query({ planId }));
  }

  async #optimize(planId: string, searchSeconds: number): Promise<void> {
    await this.#api.plan.requestOptimization.mutate({ planId, startFrom: "empty", maxSeconds: searchSeconds });
    for (let tries = 0; tries < searchSeconds + 300; tries++) {
      const run = await this.#api.plan.optimization.query({ planId });
      if (run?.status === "failed") throw new Error(`the optimizer failed: ${run.failure}`);
      if (run?.status === "ready") {
        await this.#api.plan.commitOptimization.mutate({
          mutationId: randomUUID(),
          optimizationId: run.id,
          strategy: run.alternatives[0]!.strategy,
        });
        return;
      }
      await sleep(1000);
    }
    throw new Error("the optimizer did not come to an end");
  }
}
