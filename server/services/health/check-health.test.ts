import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { outboxMessenger } from "@/server/adapters/messenger/outbox-messenger";
import { checkHealth, queueHealth } from "./check-health";

const messengers = { email: outboxMessenger, sms: outboxMessenger };
const down = { status: "unavailable", figures: {} };
const NOTHING = {
  status: "unavailable",
  optimizer: down,
  partnerConnectors: down,
  locationIngestion: down,
  pushNotifications: down,
};

describe("how the installation is", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("a database that does not answer is waited for no longer than two seconds", async () => {
    const database = { raw: () => new Promise(() => undefined) } as unknown as Database;
    const health = checkHealth({ database, now: new Date(), messengers });
    await vi.advanceTimersByTimeAsync(2000);
    expect(await health).toMatchObject(NOTHING);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("one that refuses tells nobody why", async () => {
    const database = { raw: () => Promise.reject(new Error("password of dray is wrong")) } as unknown as Database;
    const health = await checkHealth({ database, now: new Date(), messengers });
    expect(health).toMatchObject(NOTHING);
    expect(JSON.stringify(health)).not.toContain("password");
  });

  test("work that waits for minutes is not well, work that runs is", () => {
    const backlog = { name: "optimize-plan", waiting: 3, running: 1, oldestSeconds: 119 };
    expect(queueHealth([]).status).toBe("ok");
    expect(queueHealth([backlog]).status).toBe("ok");
    const late = { ...backlog, name: "other", oldestSeconds: 121 };
    expect(queueHealth([backlog, late])).toEqual({
      status: "degraded",
      figures: { waiting: 6, running: 2, oldest_seconds: 121 },
    });
  });
});
