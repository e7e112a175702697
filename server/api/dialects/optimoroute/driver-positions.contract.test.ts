import { beforeAll, describe, expect, test } from "vitest";
import { findLastPositions } from "@/db/queries/position/record-positions";
import { withTenant } from "@/db/with-tenant";
import { type FleetAccount, fleetAccount } from "./testing/fleet";

let mine: FleetAccount;
let driverId: string;
const seconds = () => Math.floor(Date.now() / 1000);
const PATH = "/update_drivers_positions";

beforeAll(async () => {
  mine = await fleetAccount();
  driverId = await mine.addDriver("001", { externalId: "001", serial: "S001" });
  await mine.addDriver("002", { externalId: "002", serial: "S002" });
  await mine.addDriver("003", { externalId: "003", serial: "S002" });
  await mine.addDriver("004", { externalId: "004", serial: "S004" });
});

const at = (timestamp: number, more: object = {}) => ({
  timestamp,
  latitude: 45.805945,
  longitude: 16.237825,
  ...more,
});
const send = (updates: unknown) => mine.post(PATH, { updates });

async function last() {
  const { tenant } = mine;
  const known = await withTenant(tenant.database, tenant.organizationId, (tx) =>
    findLastPositions(tx, tenant.organizationId, [driverId]),
  );
  return known.get(driverId)!.last;
}

describe("POST /update_drivers_positions", () => {
  test("200: the document's own request, with everything it says can go wrong of a driver", async () => {
    const positions = [at(1692186190, { speed: 0, accuracy: 10.1 }), at(1692186194, { speed: 0, accuracy: 10.1 })];
    const heading = [at(1692186190, { speed: 20.3, accuracy: 10.1, heading: 34.2 })];
    const { body } = await send([
      { driver: { externalId: "001" }, positions },
      { driver: { serial: "S002" }, positions: heading },
      { driver: { externalId: "S003" }, positions: [at(1692186190)] },
      { driver: { serial: "S004" }, positions: [at(1692186190)] },
      { driver: { serial: "S004" }, positions: [at(1692186190)] },
    ]);
    const twice = {
      success: false,
      driver: { serial: "S004" },
      code: "ERR_MULTIPLE_DRV_POS",
      message: "Multiple driver positions objects for a single driver",
    };
    expect(body).toEqual({
      updates: [
        { success: true, driver: { externalId: "001" } },
        {
          success: false,
          driver: { serial: "S002" },
          code: "ERR_MULTIPLE_DRV",
          message: "Found multiple drivers with matching external id or serial number.",
        },
        {
          success: false,
          driver: { externalId: "S003" },
          code: "ERR_DRIVER_NOT_FOUND",
          message: "Could not find a driver with the matching id",
        },
        twice,
        twice,
      ],
      success: true,
    });
  });

  test("200: where he was last goes forward only, whatever order things come in", async () => {
    const now = seconds();
    const away = { latitude: 45.81 };
    await send([
      { driver: { externalId: "001" }, positions: [at(now - 60, { heading: 34.2, speed: 22.1 }), at(now - 90)] },
    ]);
    expect(await last()).toMatchObject({ recordedAtMs: (now - 60) * 1000, headingDegrees: 34, lat: 45.805945 });
    const { body } = await send([{ driver: { serial: "S001" }, positions: [at(now - 3600, away)] }]);
    expect(body).toEqual({ updates: [{ success: true, driver: { serial: "S001" } }], success: true });
    expect(await last()).toMatchObject({ recordedAtMs: (now - 60) * 1000, lat: 45.805945 });
  });

  test("200: a driver named in two ways is named twice; a list without one good update is no success", async () => {
    const { body } = await send([
      { driver: { externalId: "001" }, positions: [at(seconds())] },
      { driver: { serial: "S001" }, positions: [at(seconds())] },
    ]);
    expect(body.updates.map(({ code }: { code: string }) => code)).toEqual([
      "ERR_MULTIPLE_DRV_POS",
      "ERR_MULTIPLE_DRV_POS",
    ]);
    expect(body.success).toBe(false);
  });

  test("200: what is no position is refused with its driver, and nothing of his is kept", async () => {
    const before = await last();
    const { body } = await send([
      {
        driver: { externalId: "001" },
        positions: [at(seconds()), { timestamp: seconds(), latitude: 95, longitude: 1 }],
      },
      { driver: { externalId: "004" }, positions: [{ latitude: 45, longitude: 1 }] },
      { driver: {}, positions: [] },
      { driver: { externalId: "002" }, positions: [at(seconds() + 7200)] },
      7,
    ]);
    expect(body.updates.map(({ code }: { code: string }) => code)).toEqual([
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_MISSING_MAND_FIELD",
      "ERR_MISSING_MAND_FIELD",
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_INVALID_PARAM_FORMAT",
    ]);
    expect(await last()).toEqual(before);
  });

  test("200: more than a hundred positions of a driver, or no list at all, and nothing is done", async () => {
    const many = Array.from({ length: 101 }, (_, index) => at(seconds() - index));
    const other = { driver: { externalId: "004" }, positions: [at(seconds())] };
    const { body } = await send([other, { driver: { externalId: "001" }, positions: many }]);
    expect(body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
    expect((await send(undefined)).body).toMatchObject({ success: false, code: "ERR_MISSING_MAND_FIELD" });
    const whole = await send([{ driver: { externalId: "001" }, positions: many.slice(0, 100) }]);
    expect(whole.body).toMatchObject({ success: true });
  });

  test("200: another organization's drivers are unknown", async () => {
    const other = await fleetAccount();
    const { body } = await other.post(PATH, {
      updates: [{ driver: { externalId: "001" }, positions: [at(seconds())] }],
    });
    expect(body.updates[0]).toMatchObject({ code: "ERR_DRIVER_NOT_FOUND" });
  });
});
