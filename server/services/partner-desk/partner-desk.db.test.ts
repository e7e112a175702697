import { expect, test } from "vitest";
import { accessOf, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { drivenDay } from "@/server/testing/driven-day";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { createDeliveries } from "../order/create-deliveries";
import { readDeliveryRecord } from "../order/read-delivery-record";
import { addPartner } from "../partner/add-partner";
import { editPartner } from "../partner/edit-partner";
import { listOwnAssignments } from "./list-own-assignments";
import { listOwnFleet, saveOwnDriver, saveOwnVehicle } from "./own-fleet";
import { sayOfAssignment } from "./say-of-assignment";

/** Two partners, each with a person at its desk and a delivery offered to it. */
async function twoPartners() {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  const swift = await partnerWithPerson(tenant, "Swift");
  const slow = await partnerWithPerson(tenant, "Slow");
  const drafts = [dropoffDraft(1, { serviceDate: "2026-03-02" }), dropoffDraft(2, { serviceDate: "2026-03-03" })];
  const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries: drafts });
  const [first, second] = verdicts.map(({ deliveryId }) => deliveryId!);
  const mine = await offer(tenant, swift.id, first!);
  const theirs = await offer(tenant, slow.id, second!);
  return { tenant, projectId, swift, slow, first: first!, mine, theirs };
}

async function partnerWithPerson(tenant: TestTenant, name: string) {
  const { id } = await addPartner(tenant.context(), { partner: { name, type: "3pl" } });
  const { permissions, partnerId } = accessOf("partner", null, { ...WHOLE_SCOPE, partnerId: id });
  const context = tenant.context("partner");
  const desk: ServiceContext = {
    ...context,
    actor: { ...context.actor, permissions: new Set(permissions), partnerId: partnerId! },
  };
  return { id, desk };
}

async function offer({ database, organizationId, newId }: TestTenant, partnerId: string, deliveryId: string) {
  const id = newId();
  await database.raw`insert into partner_handover (organization_id, id, partner_id, delivery_id, status, created_at, updated_at)
    values (${organizationId}, ${id}, ${partnerId}, ${deliveryId}, 'awaited', now(), now())`;
  return id;
}

const word = (tenant: TestTenant, assignmentId: string, said: "accepted" | "declined" | "delivered" | "failed") => ({
  assignmentId,
  word: said,
  mutationId: tenant.newId(),
});

test("a partner's person sees its own assignments, answers one and reports it delivered", async () => {
  const { tenant, swift, first, mine } = await twoPartners();
  const waiting = await listOwnAssignments(swift.desk, { stage: "waiting" });
  expect(waiting).toMatchObject({ partnerName: "Swift", waiting: 1, hasMore: false });
  expect(waiting.assignments.map(({ id }) => id)).toEqual([mine]);
  expect(waiting.assignments[0]!.deliveries[0]!.doors[0]).toMatchObject({ name: "Ida Holm 1", phone: "+4533123456" });
  expect((await listOwnAssignments(swift.desk, { stage: "waiting", date: "2026-03-03" })).assignments).toEqual([]);

  const yes = word(tenant, mine, "accepted");
  expect(await sayOfAssignment(swift.desk, yes)).toEqual({ verdict: "applied" });
  expect(await sayOfAssignment(swift.desk, yes)).toEqual({ verdict: "applied" });
  expect((await listOwnAssignments(swift.desk, { stage: "open", date: "2026-03-02" })).assignments).toHaveLength(1);
  await sayOfAssignment(swift.desk, { ...word(tenant, mine, "delivered"), recipientName: "Ida" });
  const { delivery } = await readDeliveryRecord(tenant.context(), { id: first });
  expect(delivery).toMatchObject({ status: "delivered", partnerId: swift.id });
  expect((await listOwnAssignments(swift.desk, { stage: "ended" })).assignments.map(({ status }) => status)).toEqual([
    "done",
  ]);
  await expect(sayOfAssignment(swift.desk, word(tenant, mine, "declined"))).rejects.toMatchObject({ code: "refused" });
});

test("another partner's assignment is not there; what was taken back says nothing of the customer", async () => {
  const { tenant, swift, mine, theirs } = await twoPartners();
  await expect(sayOfAssignment(swift.desk, word(tenant, theirs, "accepted"))).rejects.toMatchObject({
    code: "not-found",
  });
  await tenant.database.raw`update partner_handover set status = 'withdrawn', ended_at = now() where id = ${mine}`;
  const { assignments } = await listOwnAssignments(swift.desk, { stage: "ended" });
  expect(assignments).toMatchObject([{ id: mine, status: "withdrawn", deliveries: [] }]);
  expect(JSON.stringify(assignments)).not.toContain("Ida Holm");
});

test("drivers and vehicles are the partner's own: others' are neither seen, taken, nor changed", async () => {
  const { swift, slow } = await twoPartners();
  const { id: vehicleId } = await saveOwnVehicle(swift.desk, {
    vehicle: { label: "Van 1", registration: "AB 12", profile: "van" },
  });
  const driver = { name: "Sara", email: "", phone: "+4530000000", vehicleId, status: "active" as const };
  const { id } = await saveOwnDriver(swift.desk, { driver });
  expect(await listOwnFleet(swift.desk, {})).toMatchObject({
    drivers: [{ id, name: "Sara", vehicleId }],
    vehicles: [{ id: vehicleId, label: "Van 1" }],
  });
  expect(await listOwnFleet(slow.desk, {})).toEqual({ drivers: [], vehicles: [] });
  for (const attempt of [
    () => saveOwnDriver(slow.desk, { id, driver: { ...driver, vehicleId: null } }),
    () => saveOwnDriver(slow.desk, { driver }),
    () => saveOwnVehicle(slow.desk, { id: vehicleId, vehicle: { label: "Mine", registration: "", profile: "van" } }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  }
  await saveOwnDriver(swift.desk, { id, version: 1, driver: { ...driver, name: "Sara B", status: "inactive" } });
  expect((await listOwnFleet(swift.desk, {})).drivers).toMatchObject([
    { name: "Sara B", status: "inactive", vehicleId },
  ]);
  await expect(saveOwnDriver(swift.desk, { id, version: 1, driver })).rejects.toMatchObject({ code: "stale" });
});

test("who works for a disabled partner, or for none, may nothing", async () => {
  const { tenant, swift, mine } = await twoPartners();
  const nobody: ServiceContext = { ...swift.desk, actor: { ...swift.desk.actor, partnerId: undefined as never } };
  await expect(listOwnAssignments(nobody, { stage: "open" })).rejects.toMatchObject({ code: "forbidden" });
  await editPartner(tenant.context(), { id: swift.id, changes: { status: "disabled" } } as never);
  for (const attempt of [
    () => listOwnAssignments(swift.desk, { stage: "open" }),
    () => listOwnFleet(swift.desk, {}),
    () => sayOfAssignment(swift.desk, word(tenant, mine, "accepted")),
    () => saveOwnDriver(swift.desk, { driver: { name: "Sara", email: "", phone: "", vehicleId: null } }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("of its driver's route its person says yes, and it waits for an answer no more", async () => {
  const { scenario } = await drivenDay([[0, 1]]);
  const { tenant, driverIds, routeIds, deliveryIds } = scenario;
  const { id: partnerId, desk } = await partnerWithPerson(tenant, "Swift");
  await tenant.database.raw`update driver set partner_id = ${partnerId}
    where organization_id = ${tenant.organizationId} and id = ${driverIds[0]!}`;
  const shown = async (stage: "waiting" | "open") =>
    (await listOwnAssignments(desk, { stage })).assignments.map(({ id, status }) => [id, status]);
  expect(await shown("waiting")).toEqual([[routeIds[0], "dispatched"]]);
  await sayOfAssignment(desk, word(tenant, routeIds[0]!, "accepted"));
  expect(await shown("waiting")).toEqual([]);
  expect(await shown("open")).toEqual([[routeIds[0], "dispatched"]]);
  await sayOfAssignment(desk, { ...word(tenant, routeIds[0]!, "delivered"), deliveryId: deliveryIds[0]! });
  const { delivery } = await readDeliveryRecord(tenant.context(), { id: deliveryIds[0]! });
  expect(delivery.status).toBe("delivered");
  expect(await shown("open")).toEqual([[routeIds[0], "started"]]);
});
