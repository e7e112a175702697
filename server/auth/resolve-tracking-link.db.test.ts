import { describe, expect, test } from "vitest";
import { z } from "zod";
import { trackingTokenSchema } from "@/server/domain/tracking/tracking-access";
import { changedQuietly, command } from "@/server/services/kernel/command";
import { giveTrackingLinks } from "@/server/services/tracking/give-tracking-links";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { resolveTrackingLink } from "./resolve-tracking-link";

const give = command({
  permission: "plan.dispatch",
  input: z.object({ visitIds: z.array(z.uuid()), channel: z.enum(["email", "sms"]) }),
  run: async (scope, { visitIds, channel }) =>
    changedQuietly([...(await giveTrackingLinks(scope, visitIds, channel)).values()]),
});

async function doors() {
  const s = await planScenario([{ at: [1, 1] }, { at: [2, 2] }]);
  const clock = new FakeClock("2026-06-10T08:00:00Z");
  const { organizationId, database } = s.tenant;
  const tokenOf = (url: string) => url.slice("http://dray.test/track/".length);
  return {
    ...s,
    clock,
    give: async (channel: "email" | "sms" = "email", visitIds: readonly string[] = s.visitIds) =>
      (await give(s.tenant.context("owner", { clock }), { visitIds: [...visitIds], channel })).map(tokenOf),
    opens: (token: string) => resolveTrackingLink(database, token, clock.now()),
    end: (visitId: string) =>
      database.raw`insert into customer_told (organization_id, visit_id, ended_at, updated_at)
        values (${organizationId}, ${visitId}, ${clock.now()}, now())`,
  };
}

describe("a customer's link", () => {
  test("opens one door, and only its hash is kept", async () => {
    const s = await doors();
    const { organizationId, database } = s.tenant;
    const tokens = await s.give();
    expect(new Set(tokens).size).toBe(2);
    for (const [index, token] of tokens.entries()) {
      expect(trackingTokenSchema.safeParse(token).success).toBe(true);
      expect(await s.opens(token)).toMatchObject({ organizationId, visitId: s.visitIds[index], scope: "page" });
    }
    const rows = await database.raw`select * from tracking_link where organization_id = ${organizationId}`;
    expect(rows).toHaveLength(2);
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is shut by the next one over the same channel, not by another's", async () => {
    const s = await doors();
    const [first] = await s.give("email");
    const [text] = await s.give("sms");
    const [second] = await s.give("email");
    expect(await s.opens(first!)).toBeNull();
    expect(await s.opens(text!)).toMatchObject({ scope: "page" });
    expect(await s.opens(second!)).toMatchObject({ scope: "page" });
  });

  test("opens less and then nothing once its delivery is over, as the organization's policy has it", async () => {
    const s = await doors();
    const [ended, open] = await s.give();
    await s.end(s.visitIds[0]!);
    await saveTrackingPolicy(s.tenant.context(), { policy: { pageDays: 2, statusDays: 3 }, seenAt: null });
    s.clock.set("2026-06-12T07:59:59Z");
    expect(await s.opens(ended!)).toMatchObject({ scope: "page", policy: { pageDays: 2 } });
    s.clock.set("2026-06-12T08:00:00Z");
    expect(await s.opens(ended!)).toMatchObject({ scope: "status" });
    s.clock.set("2026-06-15T08:00:00Z");
    expect(await s.opens(ended!)).toBeNull();
    expect(await s.opens(open!)).toMatchObject({ scope: "page" });
  });

  test("unknown, too short and no token at all open nothing", async () => {
    const s = await doors();
    await s.give();
    for (const token of ["A".repeat(43), "A", "", "../../etc", "é".repeat(30)]) expect(await s.opens(token)).toBeNull();
  });
});
