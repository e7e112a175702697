import { expect, test } from "vitest";
import { FakeClock } from "@/server/testing/fake-clock";
import { testTenant } from "@/server/testing/test-tenant";
import { claimRequest } from "./claim-request";
import { giveUpRequest } from "./give-up-request";

async function asker() {
  const clock = new FakeClock(new Date("2026-06-20T08:00:00Z"));
  const services = (await testTenant()).context("owner", { clock });
  const request = { keyId: services.ports.ids.newId(), endpoint: "POST /orders", name: "slow" };
  return { clock, services, request };
}

test("what failed is anybody's again", async () => {
  const { services, request } = await asker();
  const first = await claimRequest(services, request);
  if (first.kind !== "fresh") throw new Error("not fresh");
  expect(await claimRequest(services, request)).toEqual({ kind: "under-way" });
  await giveUpRequest(services, request, first.claimedAt);
  expect(await claimRequest(services, request)).toMatchObject({ kind: "fresh" });
});

test("who was taken for dead and fails after all does not give away what somebody else is at", async () => {
  const { clock, services, request } = await asker();
  const slow = await claimRequest(services, request);
  if (slow.kind !== "fresh") throw new Error("not fresh");
  clock.advanceSeconds(121);
  expect(await claimRequest(services, request)).toMatchObject({ kind: "fresh" });
  await giveUpRequest(services, request, slow.claimedAt);
  expect(await claimRequest(services, request)).toEqual({ kind: "under-way" });
});
