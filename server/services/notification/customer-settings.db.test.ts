import { describe, expect, test } from "vitest";
import { DEFAULT_NOTIFICATION_POLICY } from "@/server/domain/notification/notification-policy";
import { DEFAULT_TRACKING_POLICY } from "@/server/domain/tracking/tracking-policy";
import { testTenant } from "@/server/testing/test-tenant";
import { readEventsAfter } from "../event/read-events-after";
import { getTrackingPolicy } from "../tracking/get-policy";
import { saveTrackingPolicy } from "../tracking/save-policy";
import { getNotificationPolicy } from "./get-policy";
import { listTemplates } from "./list-templates";
import { saveNotificationPolicy } from "./save-policy";
import { saveTemplate } from "./save-template";

const own = { trigger: "near" as const, subject: "Soon", email: "Soon: {when}\n{link}", sms: "Soon! {link}" };

describe("what an organization chooses for its customers", () => {
  test("is the default until it is chosen, then holds for that organization alone, and is told once", async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    expect(await getTrackingPolicy(mine.context("viewer"), {})).toEqual(DEFAULT_TRACKING_POLICY);
    expect(await getNotificationPolicy(mine.context("viewer"), {})).toEqual(DEFAULT_NOTIFICATION_POLICY);
    for (let again = 0; again < 2; again++) {
      await saveTrackingPolicy(mine.context(), { pageDays: 30 });
      await saveNotificationPolicy(mine.context(), { quietHours: null });
    }
    expect(await getTrackingPolicy(mine.context(), {})).toEqual({ ...DEFAULT_TRACKING_POLICY, pageDays: 30 });
    expect((await getNotificationPolicy(mine.context(), {})).quietHours).toBeNull();
    expect(await getTrackingPolicy(theirs.context(), {})).toEqual(DEFAULT_TRACKING_POLICY);
    expect(await getNotificationPolicy(theirs.context(), {})).toEqual(DEFAULT_NOTIFICATION_POLICY);
    const { events } = await readEventsAfter(mine.context(), { afterSeq: 0 });
    expect(events.map(({ type }) => type)).toEqual([
      "organization.tracking-changed",
      "organization.notification-changed",
    ]);
    await expect(saveTrackingPolicy(mine.context("dispatcher"), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveNotificationPolicy(mine.context("dispatcher"), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveTrackingPolicy(mine.context(), { pageDays: 31 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the wording of messages", () => {
  const wordingOf = async (tenant: Awaited<ReturnType<typeof testTenant>>, language: "en" | "es") =>
    (await listTemplates(tenant.context("viewer"), {})).find(
      (each) => each.trigger === own.trigger && each.language === language,
    );

  test("is ours until it is the organization's, language by language", async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    expect(await listTemplates(mine.context("viewer"), {})).toHaveLength(12);
    expect(await wordingOf(mine, "en")).toMatchObject({
      isOwn: false,
      subject: "Your delivery from {sender} is nearby",
    });
    await saveTemplate(mine.context(), { language: "en", template: own });
    expect(await wordingOf(mine, "en")).toEqual({ ...own, language: "en", isOwn: true });
    expect(await wordingOf(mine, "es")).toMatchObject({ isOwn: false });
    expect(await wordingOf(theirs, "en")).toMatchObject({ isOwn: false });
  });

  test("is refused where something in it would not be understood, by field and position", async () => {
    const tenant = await testTenant();
    const faulty = { ...own, sms: "Hi {name}", subject: "{reason}" };
    await expect(saveTemplate(tenant.context(), { language: "en", template: faulty })).rejects.toMatchObject({
      code: "invalid",
      details: {
        reason: "input",
        issues: [
          { path: "template.subject", message: "not-in-this-message at 0" },
          { path: "template.sms", message: "unknown-placeholder at 3" },
        ],
      },
    });
    expect(await wordingOf(tenant, "en")).toMatchObject({ isOwn: false });
  });
});
