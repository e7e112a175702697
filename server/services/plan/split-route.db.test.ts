import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { ServiceError } from "../kernel/service-error";
import { listMessages } from "../message/list-messages";
import { previewSplit } from "./preview-split";
import { splitRouteOver } from "./split-route";
import { undoEdit } from "./undo-edit";

type Day = Awaited<ReturnType<typeof drivenDay>>;

const look = ({ scenario }: Day, route = 0, over: object = {}) =>
  previewSplit(scenario.context(), { planId: scenario.planId, routeId: scenario.routeIds[route]!, ...over });

const split = ({ scenario }: Day, preview: Awaited<ReturnType<typeof look>>, over: object = {}) =>
  splitRouteOver(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    routeId: scenario.routeIds[0]!,
    sequences: preview.sequences.map(({ routeId, visitIds }) => ({ routeId, visitIds: [...visitIds] })),
    confirmed: [...preview.base],
    ...over,
  });

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) =>
      error instanceof ServiceError ? { code: error.code, ...error.details } : Promise.reject(error),
  );

describe("an absent driver's route", () => {
  test("is dealt out over the others as it was shown, all of them told, and taken back as one", async () => {
    const day = await drivenDay([[0, 1, 2, 3], [4, 5], [6]]);
    const { scenario } = day;
    const before = await scenario.sequences();
    const seen = await look(day);
    expect(seen.split).toEqual({ kept: [], left: [] });
    expect(seen.preview.newBreaks).toEqual([]);
    expect(seen.preview.diff.routes[0]).toMatchObject({ number: 1, after: { stops: 0 } });
    const { edit } = await split(day, seen);
    expect(edit).toMatchObject({ summary: { kind: "split", from: 1, stops: 4, left: 0 } });
    const after = await scenario.board();
    expect(after.routes.map(({ stops }) => stops.length)).toEqual([0, expect.any(Number), expect.any(Number)]);
    expect(after.routes.flatMap(({ stops }) => stops)).toHaveLength(7);
    expect(
      after.routes.map(({ id, stops }) => ({ routeId: id, visitIds: stops.map(({ visitId }) => visitId) })),
    ).toEqual(expect.arrayContaining([...seen.sequences]));
    const told = (await listMessages(scenario.context(), {})).filter(({ purpose }) => purpose === "route-changed");
    expect(new Set(told.map(({ recipientName }) => recipientName))).toContain("Driver 0");
    await undoEdit(scenario.context(), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      confirmed: await scenario.seenRoutes(),
    });
    expect(await scenario.sequences()).toEqual(before);
  });

  test("gives what is not made; the next stops only when asked for; what no van can take becomes unassigned", async () => {
    const heavy = { at: [3, 3] as const, loads: [0, 0, 100, 0] as const };
    const spots = [
      { at: [1, 1] as const },
      { at: [2, 2] as const },
      heavy,
      { at: [4, 4] as const },
      { at: [5, 5] as const },
    ];
    const day = await drivenDay([[0, 1, 3], [4]], spots);
    const { scenario } = day;
    await syncDriverOps(await day.driver(0), {
      deviceNow: day.clock.now(),
      ops: [
        day.act({ type: "start-route" }),
        day.act({ type: "complete", visitIds: [scenario.visitIds[0]!], outcome: "delivered" }),
      ],
    });
    expect(await refusalOf(look(day))).toMatchObject({ reason: "nothing-to-split", routeNumber: 1 });
    const seen = await look(day, 0, { overrideLocks: true });
    expect(seen.preview.diff.routes.map(({ number, after }) => [number, after.stops])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(await refusalOf(split(day, seen))).toMatchObject({ reason: "stop-locked", lock: "next" });
    await split(day, seen, { overrideLocks: true });
    expect(await scenario.sequences()).toEqual(["0", expect.any(String)]);
    expect((await scenario.board()).pool).toEqual([scenario.visitIds[2]]);
  });

  test("leaves what fits nowhere with the rule it would break", async () => {
    const spots = [
      { at: [1, 1] as const, loads: [0, 0, 60, 0] as const },
      { at: [2, 2] as const, loads: [0, 0, 60, 0] as const },
    ];
    const day = await drivenDay([[0], [1]], spots);
    const seen = await look(day);
    expect(seen.split!.left).toMatchObject([
      { visitId: day.scenario.visitIds[0], routeNumber: 2, breaks: [{ rule: "capacity", over: 20 }] },
    ]);
    expect(seen.preview.unplannedDelta).toBe(1);
    const { edit } = await split(day, seen);
    expect(edit).toMatchObject({ summary: { left: 1, to: [] } });
  });

  test("is not split in a stale version, with strangers' stops, twice, beside the rules, or by a reader", async () => {
    const day = await drivenDay([[0, 1, 2], [3, 4], [5]]);
    const { scenario } = day;
    const other = await planScenario([{ at: [1, 1] }], { drivers: 1 });
    const seen = await look(day);
    const ask = (over: object) => refusalOf(split(day, seen, over));
    expect(await ask({ planId: other.planId })).toMatchObject({ code: "not-found" });
    expect(await ask({ routeId: other.routeIds[0] })).toMatchObject({ code: "not-found" });
    expect(await ask({ confirmed: [] })).toMatchObject({ reason: "needs-confirmation" });
    expect(await ask({ sequences: [] })).toMatchObject({ code: "invalid" });
    const [own, ...others] = seen.sequences.map(({ routeId, visitIds }) => ({ routeId, visitIds: [...visitIds] }));
    const first = others[0]!;
    const foreign = { ...first, visitIds: [...first.visitIds, other.visitIds[0]!] };
    expect(await ask({ sequences: [own, foreign] })).toMatchObject({ reason: "changed-since-preview" });
    const swapped = { ...first, visitIds: [...first.visitIds].reverse() };
    expect(await ask({ sequences: [own, swapped] })).toMatchObject({ reason: "changed-since-preview" });
    expect(await ask({ sequences: others })).toMatchObject({ reason: "changed-since-preview" });
    const twice = { routeId: scenario.routeIds[2]!, visitIds: [scenario.visitIds[5]!, scenario.visitIds[0]!] };
    const thrice = {
      routeId: scenario.routeIds[1]!,
      visitIds: [...[3, 4].map((i) => scenario.visitIds[i]!), scenario.visitIds[0]!],
    };
    expect(await ask({ sequences: [own, twice, thrice] })).toMatchObject({ code: "stale" });
    const asViewer = previewSplit(scenario.context("viewer"), {
      planId: scenario.planId,
      routeId: scenario.routeIds[0]!,
    });
    expect(await refusalOf(asViewer)).toMatchObject({ code: "forbidden" });
    const once = { mutationId: "split-once-1" };
    expect(await ask(once)).toBeNull();
    expect(await ask(once)).toBeNull();
    expect(await ask({})).toMatchObject({ code: "stale" });
  });
});
