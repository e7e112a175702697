import { expect, test } from "vitest";
import { resolveTrackingLink } from "@/server/auth/resolve-tracking-link";
import { drivenDay } from "@/server/testing/driven-day";
import { readEventsAfter } from "../event/read-events-after";
import { readTracking } from "../tracking/read-tracking";
import { makeLink } from "./make-link";
import { readCustomer } from "./read-customer";
import { withdrawLinks } from "./withdraw-links";

const look = { scope: "page", language: null, ipHash: "x" } as const;

async function sentDay() {
  const day = await drivenDay([[0, 1]]);
  const { scenario, clock } = day;
  const [deliveryId, visitId] = [scenario.deliveryIds[0]!, scenario.visitIds[0]!];
  const read = () => readCustomer(scenario.context("viewer"), { deliveryId });
  const opens = (link: string) =>
    resolveTrackingLink(scenario.tenant.database, link.slice(link.lastIndexOf("/") + 1), clock.now());
  return { ...day, deliveryId, visitId, read, opens };
}

test("a door tells which links it has, who looked at them, what was told, and never what opens them", async () => {
  const { scenario, visitId, read, opens } = await sentDay();
  const before = (await read()).doors[0]!;
  const { link } = await makeLink(scenario.context("dispatcher"), { visitId });
  expect(link).toMatch(/^http:\/\/dray\.test\/track\/[\w-]{43}$/);
  const door = (await opens(link))!;
  for (let views = 0; views < 3; views++) {
    await readTracking(scenario.tenant.systemContext(), { ...look, linkId: door.linkId, visitId });
  }
  const { doors, rating } = await read();
  expect(rating).toBeNull();
  expect(doors).toHaveLength(1);
  const made = doors[0]!.links.filter(({ channel }) => channel === "api");
  expect(made).toMatchObject([{ id: door.linkId, views: 3, opens: "page", revokedAtMs: null }]);
  expect(made[0]!.seenAtMs).toBeGreaterThan(0);
  expect(doors[0]!.links).toHaveLength(before.links.length + 1);
  expect(doors[0]!.told).toMatchObject({ date: "2026-06-10", delays: 0, reschedules: 0 });
  expect(JSON.stringify(doors)).not.toContain(link.slice(-43));
});

test("a new link shuts the one before, withdrawing shuts them all, and the log knows of both", async () => {
  const { scenario, deliveryId, visitId, read, opens } = await sentDay();
  const context = scenario.context("dispatcher");
  const first = await makeLink(context, { visitId });
  const second = await makeLink(context, { visitId });
  expect([await opens(first.link), (await opens(second.link))?.visitId]).toEqual([null, visitId]);
  const standing = (await read()).doors[0]!.links.filter(({ opens }) => opens !== "none");
  expect(await withdrawLinks(context, { visitId })).toEqual({ withdrawn: standing.length });
  expect(await withdrawLinks(context, { visitId })).toEqual({ withdrawn: 0 });
  expect(await opens(second.link)).toBeNull();
  expect((await read()).doors[0]!.links.every(({ opens }) => opens === "none")).toBe(true);
  const { events } = await readEventsAfter(scenario.context(), { afterSeq: 0, limit: 500 });
  const links = events.filter(({ type }) => /^delivery\.links?-/.test(type));
  expect(links.map(({ type, entityId }) => [type, entityId])).toEqual([
    ["delivery.link-made", deliveryId],
    ["delivery.link-made", deliveryId],
    ["delivery.links-withdrawn", deliveryId],
  ]);
  expect(JSON.stringify(events)).not.toContain(second.link.slice(-43));
});

test("one link can be withdrawn alone, and nobody makes one who may not write orders", async () => {
  const { scenario, visitId, read, opens } = await sentDay();
  const context = scenario.context("dispatcher");
  const { link } = await makeLink(context, { visitId });
  const { linkId } = (await opens(link))!;
  const others = (await read()).doors[0]!.links.filter(({ opens }) => opens !== "none").length - 1;
  expect(await withdrawLinks(context, { visitId, linkId })).toEqual({ withdrawn: 1 });
  expect((await read()).doors[0]!.links.filter(({ opens }) => opens !== "none")).toHaveLength(others);
  await expect(makeLink(scenario.context("viewer"), { visitId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(makeLink(context, { visitId: scenario.tenant.newId() })).rejects.toMatchObject({ code: "not-found" });
});
