import { beforeAll, describe, expect, test } from "vitest";
import { createDelivery } from "@/server/services/order/create-delivery";
import { type PlanningStart, planDays } from "@/server/services/plan/plan-days";
import { dropoffDraft } from "@/server/testing/order-builders";
import { type FleetAccount, fleetAccount } from "./testing/fleet";

let mine: FleetAccount;
let count = 0;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("001", { externalId: "001" });
});

/** Begins to plan a day of its own. */
async function planned(): Promise<number> {
  const { tenant, projectId } = mine;
  const date = `2031-07-${String(++count).padStart(2, "0")}`;
  const { dropoff } = dropoffDraft(count);
  const draft = {
    ...dropoffDraft(count),
    dropoff: { ...dropoff, position: { lat: 55.68, lng: 12.57 } },
    serviceDate: date,
  };
  await createDelivery(tenant.context(), { projectId, draft });
  const start: PlanningStart = await planDays(tenant.context(), {
    projectId,
    dates: [date],
    driverIds: null,
    deliveryIds: null,
    onlyEmptyRoutes: false,
    others: "included",
    startFrom: "empty",
    keepDrivers: false,
    balance: null,
    clustering: 0,
    maxSeconds: 1,
  });
  if (start.kind !== "started") throw new Error(`not started: ${start.kind}`);
  return start.number;
}

const status = (planningId: unknown) => mine.get(`/get_planning_status?planningId=${planningId}`);

describe("GET /get_planning_status", () => {
  test("200: new, in words of the document", async () => {
    const planningId = await planned();
    expect((await status(planningId)).body).toEqual({ success: true, status: "N", percentageComplete: 0 });
  });

  test("200: ERR_JOB_NOT_FOUND for a number nobody gave, another organization's, and one that cannot be", async () => {
    const planningId = await planned();
    expect((await status(planningId + 100_000)).body).toMatchObject({ success: false, code: "ERR_JOB_NOT_FOUND" });
    expect((await status(0)).body).toMatchObject({ success: false, code: "ERR_JOB_NOT_FOUND" });
    const other = await fleetAccount();
    const { body } = await other.get(`/get_planning_status?planningId=${planningId}`);
    expect(body).toMatchObject({ success: false, code: "ERR_JOB_NOT_FOUND" });
  });

  test("200: ERR_INVALID_PARAM_FORMAT, ERR_MISSING_MAND_FIELD", async () => {
    expect((await status("x")).body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
    expect((await mine.get("/get_planning_status")).body).toMatchObject({ code: "ERR_MISSING_MAND_FIELD" });
  });
});

describe("POST /stop_planning", () => {
  test("200: stopped, and cancelled from then on; stopped again it is not running", async () => {
    const planningId = await planned();
    expect((await mine.post("/stop_planning", { planningId })).body).toEqual({ success: true });
    expect((await status(planningId)).body).toMatchObject({ status: "C" });
    expect((await mine.post("/stop_planning", { planningId })).body).toMatchObject({
      success: false,
      code: "ERR_OPT_NOT_RUNNING",
    });
  });

  test("200: the document's own request, with the space in it", async () => {
    const planningId = await planned();
    expect((await mine.post("/stop_planning", { " planningId": planningId })).body).toEqual({ success: true });
  });

  test("200: ERR_JOB_NOT_FOUND, ERR_MISSING_MAND_FIELD, ERR_INVALID_PARAM_FORMAT", async () => {
    const codeOf = async (body: unknown) => (await mine.post("/stop_planning", body)).body.code;
    expect(await codeOf({ planningId: 1_999_999_999 })).toBe("ERR_JOB_NOT_FOUND");
    expect(await codeOf({})).toBe("ERR_MISSING_MAND_FIELD");
    expect(await codeOf({ planningId: "soon" })).toBe("ERR_INVALID_PARAM_FORMAT");
  });
});
