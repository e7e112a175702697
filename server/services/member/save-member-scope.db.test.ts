import { expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { viewerActor, viewerOf } from "@/server/auth/resolve-viewer";
import { dropoffDraft } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";
import { createDepot } from "../depot/create-depot";
import { listDrivers } from "../fleet/list-drivers";
import { saveDriver } from "../fleet/save-driver";
import type { ServiceContext } from "../kernel/service-context";
import { createDeliveries } from "../order/create-deliveries";
import { getDelivery } from "../order/get-delivery";
import { addPartner } from "../partner/add-partner";
import { editPartner } from "../partner/edit-partner";
import { createProject } from "../project/create-project";
import { listProjects } from "../project/list-projects";
import { listMemberScopes } from "./list-member-scopes";
import { saveMemberScope } from "./save-member-scope";

async function projectOf(tenant: TestTenant, name: string) {
  const about = { name, timeZone: "Europe/Paris", defaultCountry: "FR", currency: "EUR" };
  return (await createProject(tenant.context(), about)).id;
}

/** An organization with two projects and a member in a role. */
async function house(role: string) {
  const tenant = await testTenant();
  const { database, organizationId, newId } = tenant;
  const userId = newId();
  await database.raw`insert into "user" (id, name, email, created_at, updated_at) values (${userId}, 'Lea', ${`${userId}@example.com`}, now(), now())`;
  await database.raw`insert into member (id, organization_id, user_id, role, created_at) values (${newId()}, ${organizationId}, ${userId}, ${role}, now())`;
  const [lyon, paris] = [await projectOf(tenant, "Lyon"), await projectOf(tenant, "Paris")];
  /** The member as any request finds them now. */
  const asMember = async (): Promise<ServiceContext> => {
    const membership = await findMembership(database, userId, organizationId);
    return { ...tenant.context(), actor: viewerActor(viewerOf({ id: userId, name: "Lea", email: "" }, membership!)) };
  };
  const save = (scope: object) => saveMemberScope(tenant.context(), { userId, scope });
  return { tenant, userId, lyon, paris, asMember, save };
}

const driver = (name: string, depotId: string | null) => ({
  name,
  depotId,
  shiftFromSeconds: 28_800,
  shiftToSeconds: 64_800,
});

test("a dispatcher of one project sees, changes and adds to nothing of another, and it is in the log", async () => {
  const { tenant, lyon, paris, asMember, save } = await house("dispatcher");
  const { verdicts } = await createDeliveries(tenant.context(), { projectId: paris, deliveries: [dropoffDraft(1)] });
  const id = verdicts[0]!.deliveryId!;
  expect((await listProjects(await asMember(), {})).length).toBe(2);
  await save({ projectIds: [lyon] });
  const lea = await asMember();
  expect((await listProjects(lea, {})).map((project) => project.id)).toEqual([lyon]);
  await expect(getDelivery(lea, { id })).rejects.toMatchObject({ code: "not-found" });
  await expect(createDeliveries(lea, { projectId: paris, deliveries: [dropoffDraft(2)] })).rejects.toMatchObject({
    code: "not-found",
  });
  const made = await createDeliveries(lea, { projectId: lyon, deliveries: [dropoffDraft(3)] });
  expect((await getDelivery(lea, { id: made.verdicts[0]!.deliveryId! })).id).toBe(made.verdicts[0]!.deliveryId);
  const [entry] = await tenant.database
    .raw`select type, after from event where organization_id = ${tenant.organizationId}
    and entity = 'member'`;
  expect(entry).toMatchObject({ type: "member.scope-changed", after: { projectIds: [lyon], depotIds: [] } });
  await save({});
  expect((await listProjects(await asMember(), {})).length).toBe(2);
  expect(await listMemberScopes(tenant.context(), {})).toEqual([]);
});

test("a dispatcher of one depot sees its drivers, and none may be taken out of sight", async () => {
  const { tenant, lyon, paris, asMember, save } = await house("dispatcher");
  const depot = async (name: string) => {
    const depot = { name, address: { street: `${name} 1`, city: "Lyon" } };
    return (await createDepot(tenant.context(), { projectId: lyon, depot })).id;
  };
  const [north, south] = [await depot("North"), await depot("South")];
  for (const [name, depotId] of [
    ["Nora", north],
    ["Saul", south],
  ] as const) {
    await saveDriver(tenant.context(), { projectId: lyon, driver: driver(name, depotId) });
  }
  await expect(save({ projectIds: [paris], depotIds: [north] })).rejects.toMatchObject({ code: "not-found" });
  expect(await save({ depotIds: [north] })).toMatchObject({ projectIds: [lyon], depotIds: [north] });
  const lea = await asMember();
  const seen = await listDrivers(lea, { projectId: lyon });
  expect(seen.map(({ name }) => name)).toEqual(["Nora"]);
  const { id, version } = seen[0]!;
  await expect(saveDriver(lea, { id, version, projectId: lyon, driver: driver("Nora", south) })).rejects.toMatchObject({
    code: "forbidden",
    details: { reason: "out-of-reach" },
  });
});

test("what is gone opens nothing; another organization's, one's own and an owner's are refused", async () => {
  const { tenant, lyon, asMember, save, userId } = await house("dispatcher");
  const other = await house("viewer");
  for (const scope of [
    { projectIds: [other.lyon] },
    { projectIds: [tenant.newId()] },
    { depotIds: [tenant.newId()] },
  ]) {
    await expect(save(scope)).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(save({ projectIds: ["all"] })).rejects.toMatchObject({ code: "invalid" });
  await expect(saveMemberScope(other.tenant.context(), { userId, scope: { projectIds: [] } })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(saveMemberScope(tenant.context(), { userId: tenant.userId, scope: {} })).rejects.toMatchObject({
    code: "refused",
    details: { reason: "own-scope" },
  });
  await save({ projectIds: [lyon] });
  await tenant.database.raw`delete from project where id = ${lyon}`;
  expect(await listProjects(await asMember(), {})).toEqual([]);
  await tenant.database.raw`update member set role = 'owner' where user_id = ${userId}`;
  expect((await listProjects(await asMember(), {})).length).toBe(1);
  await expect(save({ projectIds: [other.lyon] })).rejects.toMatchObject({ code: "not-found" });
  const { paris } = await house("owner");
  await expect(save({ projectIds: [paris] })).rejects.toMatchObject({ code: "not-found" });
});

test("whoever manages people cannot be limited; viewers may not say who sees what", async () => {
  const { tenant, lyon, save, asMember, userId } = await house("admin");
  await expect(save({ projectIds: [lyon] })).rejects.toMatchObject({ details: { reason: "sees-all" } });
  expect((await asMember()).actor.reach).toBeUndefined();
  await expect(saveMemberScope(tenant.context("ops"), { userId, scope: {} })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a partner's person is of one partner in use of this organization, and loses everything with it", async () => {
  const { tenant, save, asMember } = await house("partner");
  const other = await house("partner");
  expect([...(await asMember()).actor.permissions]).toEqual(["preference.own"]);
  const partner = { name: "Swift", type: "3pl" as const };
  const { id } = await addPartner(tenant.context(), { partner });
  const foreign = await addPartner(other.tenant.context(), { partner });
  await expect(save({ partnerId: foreign.id })).rejects.toMatchObject({ code: "not-found" });
  await expect(save({})).rejects.toMatchObject({ code: "not-found" });
  await save({ partnerId: id });
  expect((await asMember()).actor).toMatchObject({ partnerId: id });
  expect((await asMember()).actor.permissions.has("partner.own")).toBe(true);
  await editPartner(tenant.context(), { id, changes: { status: "disabled" } } as never);
  expect([...(await asMember()).actor.permissions]).toEqual(["preference.own"]);
});

test("what somebody sees who may more is not for one to narrow who only manages people", async () => {
  const { tenant, userId, lyon } = await house("dispatcher");
  const services = tenant.context();
  const actor = { ...services.actor, id: tenant.newId(), permissions: new Set(["members.manage"] as const) };
  const asked = { userId, scope: { projectIds: [lyon] } };
  await expect(saveMemberScope({ ...services, actor }, asked)).rejects.toMatchObject({ code: "forbidden" });
});

test("whoever says what a member sees waits for who lets people in and out before holding the member", async () => {
  const { tenant, userId, lyon, save } = await house("dispatcher");
  const { database, organizationId } = tenant;
  let saving: ReturnType<typeof save> | undefined;
  await database.raw.begin(async (sql) => {
    await sql`select from member where organization_id = ${organizationId} and role = 'owner' for update`;
    saving = save({ projectIds: [lyon] });
    await untilWaiting(database, 1);
    await sql`select from member where organization_id = ${organizationId} and user_id = ${userId} for update nowait`;
  });
  expect((await saving)?.projectIds).toEqual([lyon]);
});
