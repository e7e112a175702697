import { beforeAll, describe, expect, test } from "vitest";
import { drivenShop } from "./testing/driven-shop";

type Day = Awaited<ReturnType<typeof drivenShop>>;
let day: Day;

beforeAll(async () => {
  day = await drivenShop([[0, 1, 2, 3, 4]]);
  await rules({ min_attempts: 2, channels: ["call", "doorbell"], wait_minutes: 5 });
});

const rules = (contact_attempt_rules: object) => day.ask("PATCH", "/policies", { body: { contact_attempt_rules } });
const at = (minutes: number) => new Date(day.clock.now().getTime() + minutes * 60_000).toISOString();
const tell = (stop: number, what: string, body: object = {}) =>
  day.asDriver(0, "POST", `/stops/${day.stop(stop)}/${what}`, { body });
const nobody = (stop: number, more: object = {}) => tell(stop, "failed", { reason: "no_one_home", ...more });

describe("POST /driver-api/stops/{stopId}/failed under contact rules", () => {
  test("422: says what is missing, keeps nothing; 200 once the door was waited at and rung", async () => {
    await tell(0, "arrive");
    const early = await nobody(0);
    expect([early.status, early.body.error.details]).toMatchObject([
      422,
      { reason: "contact-rules", missing_attempts: 2, missing_wait_seconds: 300, channels: ["call", "doorbell"] },
    ]);
    day.clock.advanceSeconds(301);
    const byMessage = [{ channel: "sms" }, { channel: "call", timestamp: at(-1) }];
    const one = await nobody(0, { contact_attempts: byMessage });
    expect(one.body.error.details).toMatchObject({ missing_attempts: 1, missing_wait_seconds: 0 });
    expect((await day.ask("GET", `/deliveries/${day.delivery(0)}`)).body.status).not.toBe("failed");
    const told = await nobody(0, { contact_attempts: [...byMessage, { channel: "doorbell" }] });
    expect(told.body).toMatchObject({ status: "failed", delivery_status: "failed", result: "applied" });
    day.clock.advanceSeconds(60);
    const righted = await nobody(0, { next_action: "return_to_warehouse" });
    expect(righted.body).toMatchObject({ result: "applied", delivery_status: "returned" });
  });

  test("200: attempts told of before count, one at the door each", async () => {
    await tell(1, "arrive");
    expect((await tell(1, "attempt", { attempt_number: 1 })).status).toBe(200);
    day.clock.advanceSeconds(301);
    const again = { attempt_number: 2, contact_attempts: [{ channel: "call" }] };
    expect((await tell(1, "attempt", again)).status).toBe(200);
    day.clock.advanceSeconds(1);
    expect((await nobody(1)).body).toMatchObject({ result: "applied", status: "failed" });
  });

  test("200: another reason asks for nothing, and what is told late is taken as it was", async () => {
    expect((await tell(2, "failed", { reason: "refused" })).status).toBe(200);
    const late = { timestamp: at(-6) };
    expect((await nobody(3, late)).body).toMatchObject({ result: "applied" });
    expect((await nobody(3, late)).body).toMatchObject({ result: "duplicate" });
  });

  test("422: a channel nobody knows; the rules hold from when they are made", async () => {
    expect((await nobody(4, { contact_attempts: [{ channel: "owl" }] })).status).toBe(422);
    expect((await nobody(4)).status).toBe(422);
    await rules({ min_attempts: 0, wait_minutes: 0 });
    expect((await nobody(4)).status).toBe(200);
  });
});
