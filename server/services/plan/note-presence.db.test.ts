import { describe, expect, test } from "vitest";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { startPostgresEventBus } from "@/server/adapters/event-bus/postgres-event-bus";
import { planScenario } from "@/server/testing/plan-scenario";
import { listTimeline } from "../event/list-timeline";
import type { ServiceContext } from "../kernel/service-context";
import { listPresence } from "./list-presence";
import { notePresence } from "./note-presence";
import { requestOptimization } from "./request-optimization";

async function scene() {
  let now = new Date("2026-06-10T06:00:00Z");
  const s = await planScenario([{ at: [1, 1] }], { ports: { clock: { now: () => now } } });
  const person = (name: string): ServiceContext => {
    const mine = s.context("dispatcher");
    return { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: name } };
  };
  const board = (context: ServiceContext) => {
    const sessionId = s.tenant.newId();
    return {
      note: (routeIds: readonly string[] | null = null, isLeaving = false) =>
        notePresence(context, {
          planId: s.planId,
          sessionId,
          lease: routeIds && { activity: "dragging", routeIds: [...routeIds] },
          isLeaving,
        }),
      list: () => listPresence(context, { planId: s.planId }),
    };
  };
  const pass = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  return { s, person, board, pass };
}

describe("presence", () => {
  test("each sees the others, not oneself; a lease is seen with its routes until it is let go", async () => {
    const { s, person, board } = await scene();
    const [ana, ben] = [board(person("Ana Ruiz")), board(person("Ben Both"))];
    expect(await ana.note()).toEqual([]);
    expect(await ben.note([s.routeIds[0]!])).toMatchObject([{ name: "Ana Ruiz", leases: [] }]);
    expect(await ana.list()).toMatchObject([
      { name: "Ben Both", leases: [{ activity: "dragging", routeIds: [s.routeIds[0]] }] },
    ]);
    await ben.note(null);
    expect(await ana.list()).toMatchObject([{ name: "Ben Both", leases: [] }]);
    await ben.note(null, true);
    expect(await ana.list()).toEqual([]);
  });

  test("who falls silent is gone after 15 seconds, and so is what they held", async () => {
    const { s, person, board, pass } = await scene();
    const [ana, ben] = [board(person("Ana Ruiz")), board(person("Ben Both"))];
    await ben.note([s.routeIds[0]!]);
    pass(10);
    await ben.note([s.routeIds[0]!]);
    pass(14);
    expect(await ana.note()).toHaveLength(1);
    pass(2);
    expect(await ana.list()).toEqual([]);
    await ana.note([s.routeIds[1]!]);
    const rows = await s.tenant.database.raw`select name from plan_presence where plan_id = ${s.planId}`;
    expect(rows.map((row) => row.name)).toEqual(["Ana Ruiz"]);
  });

  test("two boards of one person are one person", async () => {
    const { s, person, board } = await scene();
    const context = person("Ben Both");
    const [first, second] = [board(context), board(context)];
    await first.note([s.routeIds[0]!]);
    await second.note();
    expect(await first.list()).toEqual([]);
    expect(await board(person("Ana Ruiz")).list()).toMatchObject([{ name: "Ben Both", leases: [{}] }]);
    await first.note(null, true);
    expect(await board(person("Ana Ruiz")).list()).toMatchObject([{ name: "Ben Both", leases: [] }]);
  });

  test("news wake every process that listens, beats do not; the log stays as it was", async () => {
    const { s, person, board } = await scene();
    const bus = await startPostgresEventBus(s.tenant.database, EVENT_CHANNEL);
    let woken = 0;
    bus.subscribe(s.tenant.organizationId, () => woken++);
    const before = (await listTimeline(s.context(), { planId: s.planId })).length;
    const ana = board(person("Ana Ruiz"));
    await ana.note();
    await expect.poll(() => woken).toBe(1);
    await ana.note();
    await ana.note([s.routeIds[0]!]);
    await expect.poll(() => woken).toBe(2);
    await ana.note([s.routeIds[0]!]);
    await ana.note(null, true);
    await expect.poll(() => woken).toBe(3);
    await bus.stop();
    expect(await listTimeline(s.context(), { planId: s.planId })).toHaveLength(before);
  });

  test("a run of the optimizer holds the routes it may change, in its asker's name", async () => {
    const { s, person, board } = await scene();
    await s.tenant.database.raw`update route set locked = true where id = ${s.routeIds[1]!}`;
    await requestOptimization(s.context(), { planId: s.planId });
    expect(await board(person("Ana Ruiz")).list()).toEqual([
      {
        userId: s.tenant.userId,
        name: "Tess Tester",
        leases: [{ activity: "optimizing", routeIds: [s.routeIds[0]] }],
      },
    ]);
  });

  test("a viewer may be seen; nobody of another organization sees or is seen", async () => {
    const { s, board } = await scene();
    const other = await scene();
    expect(await board(s.context("viewer")).note()).toEqual([]);
    const foreign = { planId: s.planId, sessionId: s.tenant.newId(), lease: null };
    await expect(notePresence(other.s.context(), foreign)).rejects.toMatchObject({ code: "not-found" });
    await expect(listPresence(other.s.context(), { planId: s.planId })).rejects.toMatchObject({ code: "not-found" });
    await expect(
      notePresence(s.context(), { ...foreign, lease: { activity: "stealing" as never, routeIds: [] } }),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
