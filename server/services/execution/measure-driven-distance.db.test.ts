import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { storedPositions } from "@/server/testing/stored-positions";
import { recordPositions } from "../position/record-positions";
import { measureDrivenDistance } from "./measure-driven-distance";
import { syncDriverOps } from "./sync-driver-ops";

/** A route of half an hour, its van 60 metres further north each 20 seconds, as far as its positions are told. */
async function halfHour(told: (fix: number) => boolean = () => true) {
  const day = await drivenDay([[0]]);
  const { scenario, clock, act } = day;
  const driver = await day.driver(0);
  const begun = clock.now().getTime();
  await syncDriverOps(driver, { deviceNow: clock.now(), ops: [act({ type: "start-route" })] as never });
  clock.advanceSeconds(1800);
  const fixes = Array.from({ length: 91 }, (_, at) => ({
    recordedAt: new Date(begun + at * 20_000).toISOString(),
    lat: 55.67 + (at * 60) / 111_195,
    lng: 12.55,
  })).filter((_, at) => told(at));
  const positions = storedPositions(scenario.tenant.database);
  await recordPositions({ ...driver, ports: { ...driver.ports, positions } }, { fixes });
  const measure = () => measureDrivenDistance(scenario.tenant.systemContext(), { routeId: scenario.routeIds[0]! });
  const finish = () => syncDriverOps(driver, { deviceNow: clock.now(), ops: [act({ type: "finish-route" })] as never });
  const { organizationId, database } = scenario.tenant;
  const kept = async () => {
    const [row] = await database.raw<{ meters: number | null }[]>`
      select driven_meters as meters from route_run where organization_id = ${organizationId}`;
    return row!.meters;
  };
  return { measure, finish, kept };
}

describe("how far a route was driven", () => {
  test("is measured from its positions when it is over, and stays when its driver says more", async () => {
    const { measure, finish, kept } = await halfHour();
    expect(await measure()).toEqual({ drivenMeters: null });
    await finish();
    expect((await measure()).drivenMeters).toBeCloseTo(90 * 60, -1);
    expect(await kept()).toBeCloseTo(90 * 60, -1);
    await finish();
    expect(await kept()).toBeCloseTo(90 * 60, -1);
  });

  test("is not said where its positions are missing for long", async () => {
    const { measure, finish, kept } = await halfHour((fix) => fix < 30 || fix > 60);
    await finish();
    expect(await measure()).toEqual({ drivenMeters: null });
    expect(await kept()).toBeNull();
  });
});
