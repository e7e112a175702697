import { describe, expect, test } from "vitest";
import { DEFAULT_NOTIFICATION_POLICY } from "@/server/domain/notification/notification-policy";
import { DEFAULT_TRACKING_POLICY } from "@/server/domain/tracking/tracking-policy";
import { FakeClock } from "@/server/testing/fake-clock";
import { testTenant } from "@/server/testing/test-tenant";
import { readEventsAfter } from "../event/read-events-after";
import { getTrackingPolicy } from "../tracking/get-policy";
import { saveTrackingPolicy } from "../tracking/save-policy";
import { addOptOut } from "./add-opt-out";
import { getNotificationPolicy } from "./get-policy";
import { listOptOuts } from "./list-opt-outs";
import { listTemplates } from "./list-templates";
import { removeOptOut } from "./remove-opt-out";
import { resetTemplate } from "./reset-template";
import { saveNotificationPolicy } from "./save-policy";
import { saveTemplate } from "./save-template";

type Context = ReturnType<Awaited<ReturnType<typeof testTenant>>["context"]>;
type Get = (context: Context, input: Record<string, never>) => Promise<{ changedAt: string | null }>;
type Save = (context: Context, input: { seenAt: string | null; days: number }) => Promise<unknown>;

const own = { trigger: "near" as const, subject: "Soon", email: "Soon: {when}\n{link}", sms: "Soon! {link}" };

describe("what an organization chooses for its customers", () => {
  test("is the default until it is chosen, then holds for that organization alone, and is told once", async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    const [ours, rules] = [DEFAULT_TRACKING_POLICY, DEFAULT_NOTIFICATION_POLICY];
    expect(await getTrackingPolicy(mine.context("viewer"), {})).toEqual({ policy: ours, changedAt: null });
    expect(await getNotificationPolicy(mine.context("viewer"), {})).toEqual({ policy: rules, changedAt: null });
    for (let again = 0; again < 2; again++) {
      await saveTrackingPolicy(mine.context(), { policy: { pageDays: 30 }, seenAt: null });
      await saveNotificationPolicy(mine.context(), { policy: { quietHours: null }, seenAt: null });
    }
    expect((await getTrackingPolicy(mine.context(), {})).policy).toEqual({ ...ours, pageDays: 30 });
    expect((await getNotificationPolicy(mine.context(), {})).policy.quietHours).toBeNull();
    expect(await getTrackingPolicy(theirs.context(), {})).toEqual({ policy: ours, changedAt: null });
    expect(await getNotificationPolicy(theirs.context(), {})).toEqual({ policy: rules, changedAt: null });
    const { events } = await readEventsAfter(mine.context(), { afterSeq: 0 });
    expect(events.map(({ type }) => type)).toEqual([
      "organization.tracking-changed",
      "organization.notification-changed",
    ]);
    const forbidden = { code: "forbidden" };
    const nothing = { policy: {}, seenAt: null };
    await expect(saveTrackingPolicy(mine.context("dispatcher"), nothing)).rejects.toMatchObject(forbidden);
    await expect(saveNotificationPolicy(mine.context("dispatcher"), nothing)).rejects.toMatchObject(forbidden);
    const tooLong = { policy: { pageDays: 31 }, seenAt: null };
    await expect(saveTrackingPolicy(mine.context(), tooLong)).rejects.toMatchObject({ code: "invalid" });
  });

  test("is not saved over what somebody else has chosen meanwhile", async () => {
    const tenant = await testTenant();
    const at = (time: string) => tenant.context("owner", { clock: new FakeClock(time) });
    const stale = { code: "stale", details: { reason: "settings-changed" } };
    for (const [get, save] of [
      [
        getTrackingPolicy,
        (context, input) => saveTrackingPolicy(context, { ...input, policy: { pageDays: input.days } }),
      ],
      [
        getNotificationPolicy,
        (context, input) => saveNotificationPolicy(context, { ...input, policy: { retellMinutes: input.days } }),
      ],
    ] satisfies [Get, Save][]) {
      await save(at("2026-06-09T08:00:00.120Z"), { seenAt: null, days: 5 });
      await expect(save(at("2026-06-09T08:01:00Z"), { seenAt: null, days: 6 })).rejects.toMatchObject(stale);
      const { changedAt } = await get(at("2026-06-09T08:01:00Z"), {});
      await save(at("2026-06-09T08:02:00Z"), { seenAt: changedAt, days: 7 });
      await expect(save(at("2026-06-09T08:03:00Z"), { seenAt: changedAt, days: 8 })).rejects.toMatchObject(stale);
    }
    expect((await getTrackingPolicy(tenant.context(), {})).policy.pageDays).toBe(7);
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
      changedAt: null,
      subject: "Your delivery from {sender} is nearby",
    });
    await saveTemplate(mine.context(), { language: "en", template: own, seenAt: null });
    expect(await wordingOf(mine, "en")).toEqual({ ...own, language: "en", changedAt: expect.stringMatching(/Z$/) });
    expect(await wordingOf(mine, "es")).toMatchObject({ changedAt: null });
    expect(await wordingOf(theirs, "en")).toMatchObject({ changedAt: null });
  });

  test("is refused where something in it would not be understood, by field and position", async () => {
    const tenant = await testTenant();
    const faulty = { ...own, sms: "Hi {name}", subject: "{reason}" };
    await expect(
      saveTemplate(tenant.context(), { language: "en", template: faulty, seenAt: null }),
    ).rejects.toMatchObject({
      code: "invalid",
      details: {
        reason: "input",
        issues: [
          { path: "template.subject", message: "not-in-this-message at 0" },
          { path: "template.sms", message: "unknown-placeholder at 3" },
        ],
      },
    });
    expect(await wordingOf(tenant, "en")).toMatchObject({ changedAt: null });
  });

  test("goes back to ours when that is wished, and never over somebody else's words", async () => {
    const tenant = await testTenant();
    const at = (time: string) => tenant.context("owner", { clock: new FakeClock(time) });
    const { trigger } = own;
    const save = (time: string, sms: string, seenAt: string | null) =>
      saveTemplate(at(time), { language: "en", template: { ...own, sms }, seenAt });
    await save("2026-06-09T08:00:00Z", "One {link}", null);
    const seenAt = (await wordingOf(tenant, "en"))!.changedAt!;
    await save("2026-06-09T08:01:00Z", "Two {link}", seenAt);
    const stale = { code: "stale", details: { reason: "settings-changed" } };
    await expect(save("2026-06-09T08:02:00Z", "Three {link}", seenAt)).rejects.toMatchObject(stale);
    await expect(resetTemplate(tenant.context(), { trigger, language: "en", seenAt })).rejects.toMatchObject(stale);
    const newest = (await wordingOf(tenant, "en"))!.changedAt!;
    await resetTemplate(tenant.context(), { trigger, language: "en", seenAt: newest });
    expect(await wordingOf(tenant, "en")).toMatchObject({
      changedAt: null,
      subject: expect.stringContaining("nearby"),
    });
    await expect(save("2026-06-09T08:03:00Z", "Four {link}", newest)).rejects.toMatchObject(stale);
  });
});

describe("who does not want to be written", () => {
  test("is kept by address and channel, once, found by a part of it, and nobody else's", async () => {
    const [mine, theirs] = [await testTenant(), await testTenant()];
    await addOptOut(mine.context("dispatcher"), { channel: "email", address: " Ana_1@Example.com " });
    await addOptOut(mine.context(), { channel: "email", address: "ana_1@example.com" });
    await addOptOut(mine.context(), { channel: "sms", address: "0034 600-123.456" });
    const list = async (search = "") =>
      (await listOptOuts(mine.context("viewer"), { search })).optOuts.map(({ address }) => address);
    expect((await list()).sort()).toEqual(["+34600123456", "ana_1@example.com"]);
    expect(await list("A_1")).toEqual(["ana_1@example.com"]);
    expect(await list("a%1")).toEqual([]);
    expect(await list("600 123")).toEqual(["+34600123456"]);
    await addOptOut(mine.context(), { channel: "email", address: "jo-ann@example.com" });
    expect(await list("Jo-Ann")).toEqual(["jo-ann@example.com"]);
    expect((await listOptOuts(theirs.context(), {})).optOuts).toEqual([]);
    expect(await listOptOuts(mine.context(), { limit: 1 })).toMatchObject({ optOuts: [{}], hasMore: true });
    const { events } = await readEventsAfter(mine.context(), { afterSeq: 0 });
    expect(events.map(({ data }) => data)).toEqual([
      { channel: "email", isOptedOut: true },
      { channel: "sms", isOptedOut: true },
      { channel: "email", isOptedOut: true },
    ]);
  });

  test("is taken back by those who may, and is no half of an address", async () => {
    const tenant = await testTenant();
    const optOut = { channel: "sms" as const, address: "+34600123456" };
    await addOptOut(tenant.context(), optOut);
    await expect(addOptOut(tenant.context("viewer"), optOut)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeOptOut(tenant.context("dispatcher"), optOut)).rejects.toMatchObject({ code: "forbidden" });
    for (const address of ["600123456", "ana@example.com", ""]) {
      await expect(addOptOut(tenant.context(), { channel: "sms", address })).rejects.toMatchObject({ code: "invalid" });
    }
    await removeOptOut(tenant.context(), optOut);
    expect((await listOptOuts(tenant.context(), {})).optOuts).toEqual([]);
  });
});
