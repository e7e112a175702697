import { describe, expect, test } from "vitest";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { planScenario } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { listMessages } from "../message/list-messages";
import { dispatchRoutes } from "./dispatch-routes";
import { listReceipts } from "./list-receipts";
import { moveStops } from "./move-stops";
import { noteLinkOpened } from "./note-link-opened";
import { readRouteSheet } from "./read-route-sheet";
import { resendLink } from "./resend-link";

/** A day in the future, so that its links are good now, with a route that is out and one that is not. */
async function sentRoute() {
  const s = await planScenario([{ at: [1, 1] }, { at: [2, 2] }], { date: "2099-06-10" });
  const { organizationId, database } = s.tenant;
  const [routeId, plannedId] = [s.routeIds[0]!, s.routeIds[1]!];
  for (const [visit, route] of [
    [0, routeId],
    [1, plannedId],
  ] as const) {
    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[visit]!],
      to: { kind: "best", routeId: route },
    });
  }
  const version = (await s.board()).routes[0]!.version;
  await dispatchRoutes(s.context(), {
    planId: s.planId,
    mutationId: s.mutationId(),
    routes: [{ routeId, version }],
    channels: ["email"],
  });
  /** The tokens sent so far, oldest first. */
  const tokens = async () => {
    const messages = await listMessages(s.context(), { routeId });
    return [...messages].reverse().map(({ body }) => /\/run\/([\w-]{43})/.exec(body)![1]!);
  };
  const open = async (token: string) => {
    const driver = await resolveRouteLink(database, token, new Date());
    if (!driver) return null;
    const services = { ...s.context(), actor: driver };
    const sheet = await readRouteSheet(services, {});
    if (sheet) await noteLinkOpened(services, {});
    return sheet;
  };
  const resend = (over: Partial<Parameters<typeof resendLink>[1]> = {}, context = s.context()) =>
    resendLink(context, { planId: s.planId, mutationId: s.mutationId(), routeId, channels: ["email"], ...over });
  return { s, sql: database.raw, organizationId, routeId, plannedId, tokens, open, resend };
}

describe("sending a route's link again", () => {
  test("gives the driver a new link and shuts the old one", async () => {
    const { s, tokens, open, resend } = await sentRoute();
    const [first] = await tokens();
    expect((await open(first!))?.routeNumber).toBe(1);
    await resend({ channels: ["email", "sms"] });
    const [, second, third] = await tokens();
    expect(second).toBe(third);
    expect(await open(first!)).toBeNull();
    expect((await open(second!))?.routeNumber).toBe(1);
    expect(s.tenant.jobs.filter((job) => job.name === "send-message")).toHaveLength(3);
  });

  test("asked twice, sends once", async () => {
    const { tokens, resend } = await sentRoute();
    const first = await resend({ mutationId: "the-same-one" });
    const second = await resend({ mutationId: "the-same-one" });
    expect([first.messageIds.length, second.messageIds.length]).toEqual([1, 0]);
    expect(await tokens()).toHaveLength(2);
  });

  test("refuses a route that is not out, one that is over, a driver out of reach, strangers and readers", async () => {
    const { s, sql, routeId, plannedId, resend, tokens } = await sentRoute();
    await expect(resend({ routeId: plannedId })).rejects.toMatchObject({ details: { reason: "not-dispatched" } });
    await expect(resend({}, (await testTenant()).context())).rejects.toMatchObject({ code: "not-found" });
    await expect(resend({}, s.context("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    const other = await sentRoute();
    await expect(resend({ routeId: other.routeId })).rejects.toMatchObject({ code: "not-found" });
    await sql`update driver set email = '' where id = ${s.driverIds[0]!}`;
    await expect(resend()).rejects.toMatchObject({ details: { reason: "no-contact" } });
    await sql`update route set status = 'finished' where id = ${routeId}`;
    await expect(resend()).rejects.toMatchObject({ details: { reason: "finished" } });
    expect(await tokens()).toHaveLength(1);
  });

  test("a route given to another driver is shut to the one before, and its next link is the new driver's", async () => {
    const { s, sql, organizationId, tokens, open, resend } = await sentRoute();
    const [first] = await tokens();
    await sql`delete from stop where organization_id = ${organizationId} and route_id = ${s.routeIds[1]!}`;
    await sql`delete from route where id = ${s.routeIds[1]!}`;
    await sql`delete from driver_day where organization_id = ${organizationId} and driver_id = ${s.driverIds[1]!}`;
    await sql`update driver_day set driver_id = ${s.driverIds[1]!} where organization_id = ${organizationId}`;
    expect(await open(first!)).toBeNull();
    await resend();
    const [, second] = await tokens();
    expect((await open(second!))?.driverName).toBe("Driver 1");
    expect(await open(first!)).toBeNull();
    const links = await sql`select driver_id, status from assignment where organization_id = ${organizationId}
      order by id`;
    expect(links.map((row) => [row.driver_id, row.status])).toEqual([
      [s.driverIds[0], "revoked"],
      [s.driverIds[1], "offered"],
    ]);
  });
});

describe("receipts", () => {
  test("tell of each link when and how it went out, what became of it, and whether it was opened", async () => {
    const { s, routeId, tokens, open, resend } = await sentRoute();
    const receipts = () => listReceipts(s.context("viewer"), { planId: s.planId });
    expect(await receipts()).toMatchObject([
      {
        routeId,
        driverName: "Driver 0",
        isCurrent: true,
        openedAt: null,
        messages: [{ channel: "email", recipient: "driver0@example.com", status: "queued", failure: null }],
      },
    ]);
    const [first] = await tokens();
    await open(first!);
    const [opened] = await receipts();
    expect(opened!.openedAt).not.toBeNull();
    await open(first!);
    expect((await receipts())[0]!.openedAt).toBe(opened!.openedAt);
    await resend();
    expect((await receipts()).map(({ isCurrent, openedAt }) => [isCurrent, openedAt !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
    await expect(listReceipts((await testTenant()).context(), { planId: s.planId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
