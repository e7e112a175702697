import { describe, expect, test } from "vitest";
import { savePolicy } from "@/server/services/exception/save-policy";
import { shop } from "./testing/shop";

describe("GET /policies", () => {
  test("200: defaults before anybody chose; what the desk chose after", async () => {
    const { ask, tenant, projectId } = await shop();
    expect((await ask("GET", "/policies")).body).toEqual({
      max_attempts: 3,
      auto_return_after_attempts: null,
      contact_attempt_rules: { min_attempts: 0, channels: [], wait_minutes: 0, notes: {} },
      partner_routing: { by: "cost", fallback: true, overflow: false, answer_minutes: 15 },
    });
    await savePolicy(tenant.context(), { projectId, policy: { maxAttempts: 2, autoReturn: true } });
    const { body } = await ask("GET", "/policies");
    expect(body).toMatchObject({ max_attempts: 2, auto_return_after_attempts: 2 });
  });

  test("401, 403: nobody, and a key that was not made for it", async () => {
    const { ask } = await shop(["deliveries:read"]);
    expect((await ask("GET", "/policies", { token: null })).status).toBe(401);
    expect((await ask("GET", "/policies")).status).toBe(403);
  });
});

describe("PATCH /policies", () => {
  test("200: what is named changes, in parts; the rest stays, and the audit has both", async () => {
    const { ask } = await shop();
    const patch = async (body: unknown) => (await ask("PATCH", "/policies", { body })).body;
    await patch({ max_attempts: 5, contact_attempt_rules: { min_attempts: 2, channels: ["call", "sms"] } });
    await patch({ contact_attempt_rules: { wait_minutes: 5, notes: { script: "ring twice" } } });
    const changed = await patch({ auto_return_after_attempts: 4, partner_routing: { by: "carbon" } });
    expect(changed).toEqual({
      max_attempts: 5,
      auto_return_after_attempts: 4,
      contact_attempt_rules: {
        min_attempts: 2,
        channels: ["call", "sms"],
        wait_minutes: 5,
        notes: { script: "ring twice" },
      },
      partner_routing: { by: "carbon", fallback: true, overflow: false, answer_minutes: 15 },
    });
    expect((await ask("GET", "/policies")).body).toEqual(changed);
    expect(await patch({})).toEqual(changed);
    expect(await patch({ auto_return_after_attempts: true })).toMatchObject({ auto_return_after_attempts: 5 });
    expect(await patch({ max_attempts: 2 })).toMatchObject({ max_attempts: 2, auto_return_after_attempts: 2 });
    expect(await patch({ auto_return_after_attempts: null })).toMatchObject({ auto_return_after_attempts: null });
    const { body: audit } = await ask("GET", "/audit?action=organization.policies-changed");
    expect(audit.items[0]).toMatchObject({
      before: { partnerRouting: { by: "cost" } },
      after: { partnerRouting: { by: "carbon" } },
    });
    expect(audit.items).toHaveLength(3);
    expect((await (await shop()).ask("GET", "/policies")).body).toMatchObject({ max_attempts: 3 });
  });

  test("400, 422: other types, and what means nothing; nothing is changed then", async () => {
    const { ask } = await shop();
    const status = async (body: unknown) => (await ask("PATCH", "/policies", { body })).status;
    const headers = { "content-type": "application/json" };
    expect((await ask("PATCH", "/policies", { body: "{", headers })).status).toBe(400);
    expect(await status({ max_attempts: "three" })).toBe(400);
    expect(await status({ contact_attempt_rules: [] })).toBe(400);
    expect(await status({ max_attempts: 0 })).toBe(422);
    expect(await status({ max_attempts: 2, auto_return_after_attempts: 3 })).toBe(422);
    expect(await status({ partner_routing: { by: "luck" } })).toBe(422);
    expect(await status({ contact_attempt_rules: { channels: ["owl"] } })).toBe(422);
    expect((await ask("GET", "/policies")).body).toMatchObject({ max_attempts: 3 });
  });

  test("403: a key that may only read them", async () => {
    const { ask } = await shop(["settings:read"]);
    expect((await ask("PATCH", "/policies", { body: { max_attempts: 2 } })).status).toBe(403);
  });
});
