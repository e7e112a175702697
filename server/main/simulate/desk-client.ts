import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import type { AppRouter } from "@/server/trpc/root";

const SEARCH_SECONDS = 10;
const HOUR = 3600;
/** How long a shift made up for a simulation is. */
const SHIFT_HOURS = 8;

/** Which day is to be brought on the road. */
export interface DayWanted {
  readonly date: string;
  /** Default: the first project by name. */
  readonly projectId?: string;
  /** Where the day has no drivers yet: their shifts began so many hours ago. Default: their usual shifts. */
  readonly begunHours?: number;
}

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

  /** A day's plan; planned by the optimizer when nothing is on a route yet. */
  async plannedDay(wanted: DayWanted): Promise<{ planId: string; stops: number; routes: number }> {
    const projects = await this.#api.project.list.query();
    const project = projects.find(({ id }) => wanted.projectId === undefined || id === wanted.projectId);
    if (!project) throw new Error("there is no project to drive for");
    const { planId } = await this.#api.plan.open.mutate({ projectId: project.id, date: wanted.date });
    let board = await this.#board(planId);
    if (board.routes.every(({ stops }) => stops.length === 0)) {
      if (board.routes.length === 0) {
        const drivers = await this.#api.fleet.drivers.query({ projectId: project.id });
        const shift = wanted.begunHours === undefined ? {} : shiftBegun(board.plan.midnightEpochMs, wanted.begunHours);
        await this.#api.plan.chooseDrivers.mutate({
          planId,
          drivers: drivers.map(({ id }) => ({ driverId: id, ...shift })),
        });
      }
      await this.#optimize(planId, SEARCH_SECONDS);
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

/** A shift that began so many hours ago, or with the day. */
function shiftBegun(midnightEpochMs: number, hours: number) {
  const nowSeconds = Math.round((Date.now() - midnightEpochMs) / 1000);
  const shiftFromSeconds = Math.min(24 * HOUR, Math.max(0, nowSeconds - hours * HOUR));
  return { shiftFromSeconds, shiftToSeconds: shiftFromSeconds + SHIFT_HOURS * HOUR };
}
