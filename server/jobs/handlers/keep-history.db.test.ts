import { expect, test } from "vitest";
import { openDriverSession } from "@/server/services/execution/open-driver-session";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import { notePresence } from "@/server/services/plan/note-presence";
import { drivenDay } from "@/server/testing/driven-day";
import { FakeClock } from "@/server/testing/fake-clock";
import { keepHistory } from "./keep-history";

test("expectations go half a year after their day, sessions a week after their end; what is younger stays", async () => {
  // Days of their own: the job is the installation's, and other tests share it.
  const [old, young] = [
    await drivenDay([[0, 1]], undefined, { now: new Date("2021-03-01T07:00:00Z"), date: "2021-03-01" }),
    await drivenDay([[0, 1]], undefined, { now: new Date("2021-08-20T07:00:00Z"), date: "2021-08-20" }),
  ];
  for (const day of [old, young]) {
    await refreshArrivals(day.scenario.context(), { routeId: day.scenario.routeIds[0]! });
    await openDriverSession(await day.driver(0), {});
    await notePresence(day.scenario.context(), {
      planId: day.scenario.planId,
      sessionId: day.scenario.tenant.newId(),
      lease: null,
    });
  }
  const { database } = old.scenario.tenant;
  const count = async (table: string, { scenario }: typeof old) => {
    const { organizationId } = scenario.tenant;
    const [row] = await database.raw<{ n: number }[]>`select count(*)::int as n from ${database.raw(table)}
      where organization_id = ${organizationId}`;
    return row!.n;
  };
  const kept = async (day: typeof old) => [
    await count("arrival_history", day),
    await count("stop_arrival", day),
    await count("driver_session", day),
    await count("plan_presence", day),
  ];
  expect([await kept(old), await kept(young)]).toEqual([
    [2, 2, 1, 1],
    [2, 2, 1, 1],
  ]);
  const clock = new FakeClock("2021-08-21T03:00:00Z");
  await keepHistory(database, clock);
  expect([await kept(old), await kept(young)]).toEqual([
    [2, 0, 0, 0],
    [2, 2, 1, 1],
  ]);
  clock.set("2021-09-01T03:00:00Z");
  await keepHistory(database, clock);
  expect([await kept(old), await kept(young)]).toEqual([
    [0, 0, 0, 0],
    [2, 0, 0, 0],
  ]);
  // Asked again, it finds nothing of theirs.
  await keepHistory(database, clock);
  expect(await kept(young)).toEqual([2, 0, 0, 0]);
});
