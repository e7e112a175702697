import { describe, expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { viewerActor, viewerOf } from "@/server/auth/resolve-viewer";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { changeRole } from "@/server/services/role/change-role";
import { createRole } from "@/server/services/role/create-role";
import { deleteRole } from "@/server/services/role/delete-role";
import { listRoles } from "@/server/services/role/list-roles";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { changeMemberRole } from "./change-member-role";
import { endSessions } from "./end-sessions";
import { listMembers } from "./list-members";
import { listSessions } from "./list-sessions";
import { removeMember } from "./remove-member";
import { requireSecondFactor } from "./require-second-factor";
import { resetMemberFactor } from "./reset-member-factor";

interface Hired {
  readonly memberId: string;
  readonly userId: string;
  /** As any request finds them. */
  context(): Promise<ServiceContext>;
  signIn(): Promise<string>;
}

/** Somebody new in an organization, signed in by nothing yet. */
async function hire(tenant: TestTenant, role: string, userId = tenant.newId()): Promise<Hired> {
  const { database, organizationId, newId } = tenant;
  const memberId = newId();
  const name = `Person ${role}`;
  const email = `${userId}@example.com`;
  await database.raw`
    insert into "user" (id, name, email, created_at, updated_at) values (${userId}, ${name}, ${email}, now(), now())
    on conflict do nothing`;
  await database.raw`
    insert into member (id, organization_id, user_id, role, created_at)
    values (${memberId}, ${organizationId}, ${userId}, ${role}, clock_timestamp())`;
  return {
    memberId,
    userId,
    context: async () => {
      const membership = await findMembership(database, userId, organizationId);
      return { ...tenant.context(), actor: viewerActor(viewerOf({ id: userId, name, email }, membership!)) };
    },
    signIn: async () => {
      const id = newId();
      await database.raw`
        insert into session (id, token, user_id, expires_at, user_agent, ip_address, created_at, updated_at)
        values (${id}, ${id}, ${userId}, now() + interval '1 day', 'Firefox', '198.51.100.7', now(), now())`;
      return id;
    },
  };
}

async function withFactor({ database, newId }: TestTenant, userId: string): Promise<void> {
  await database.raw`update "user" set two_factor_enabled = true where id = ${userId}`;
  await database.raw`
    insert into two_factor (id, user_id, secret, backup_codes) values (${newId()}, ${userId}, 'sealed', 'sealed')`;
}

/** From a session that has shown a second step. */
const havingShown = ({ actor, ...rest }: ServiceContext): ServiceContext => ({
  ...rest,
  actor: { ...actor, hasShownFactor: true },
});

async function withPasskey({ database, newId }: TestTenant, userId: string): Promise<string> {
  const id = newId();
  await database.raw`
    insert into passkey (id, user_id, credential_id, public_key, counter, device_type, backed_up)
    values (${id}, ${userId}, ${id}, 'key', 0, 'singleDevice', false)`;
  return id;
}

async function typesOf({ database, organizationId }: TestTenant): Promise<string[]> {
  const rows = await database.raw`select type from event where organization_id = ${organizationId} order by seq`;
  return rows.map(({ type }) => type);
}

const refused = (reason: string) => expect.objectContaining({ details: expect.objectContaining({ reason }) });

describe("a member's role", () => {
  test("is another from his next request on, built in or the organization's own; the log says whose and what", async () => {
    const tenant = await testTenant();
    const dora = await hire(tenant, "dispatcher");
    await changeMemberRole(tenant.context(), { memberId: dora.memberId, role: "viewer" });
    expect((await dora.context()).actor.permissions.has("plan.edit")).toBe(false);
    await createRole(tenant.context(), { name: "packer", permissions: ["order.read"] });
    await changeMemberRole(tenant.context(), { memberId: dora.memberId, role: "packer" });
    expect([...(await dora.context()).actor.permissions]).toEqual(["order.read"]);
    await expect(changeMemberRole(tenant.context(), { memberId: dora.memberId, role: "king" })).rejects.toEqual(
      refused("no-such"),
    );
    const [event] = await tenant.database.raw`
      select before, after, data from event where organization_id = ${tenant.organizationId} and type = 'member.role-changed'
      order by seq limit 1`;
    expect(event).toEqual({
      before: { role: "dispatcher" },
      after: { role: "viewer" },
      data: { name: "Person dispatcher" },
    });
  });

  test("of an owner is an owner's to change, nobody's own, and never more than the giver's", async () => {
    const tenant = await testTenant();
    const [adam, dora] = [await hire(tenant, "admin"), await hire(tenant, "dispatcher")];
    const owner = await hire(tenant, "owner");
    const asAdam = await adam.context();
    const give = (memberId: string, role: string) => changeMemberRole(asAdam, { memberId, role });
    await expect(give(owner.memberId, "viewer")).rejects.toEqual(refused("owners-only"));
    await expect(listSessions(asAdam, { memberId: owner.memberId })).rejects.toEqual(refused("owners-only"));
    await expect(give(dora.memberId, "owner")).rejects.toEqual(refused("owners-only"));
    await expect(give(adam.memberId, "viewer")).rejects.toEqual(refused("oneself"));
    await give(dora.memberId, "ops");
    await createRole(tenant.context(), { name: "gate", permissions: ["members.manage", "order.read"] });
    const gate = await hire(tenant, "gate");
    const asGate = await gate.context();
    const viewer = await hire(tenant, "viewer");
    await expect(changeMemberRole(asGate, { memberId: viewer.memberId, role: "admin" })).rejects.toEqual(
      refused("permission"),
    );
    const { memberId } = adam;
    await expect(changeMemberRole(asGate, { memberId, role: "gate" })).rejects.toEqual(refused("permission"));
    await expect(removeMember(asGate, { memberId })).rejects.toEqual(refused("permission"));
    await expect(resetMemberFactor(asGate, { memberId })).rejects.toEqual(refused("permission"));
    await expect(listSessions(asGate, { memberId })).rejects.toEqual(refused("permission"));
    expect(await listSessions(asGate, { memberId: gate.memberId })).toEqual([]);
    await createRole(tenant.context(), { name: "reader", permissions: ["order.read"] });
    const reader = await hire(tenant, "reader");
    const device = await reader.signIn();
    expect(await listSessions(asGate, { memberId: reader.memberId })).toMatchObject([{ id: device }]);
  });

  test("two owners who unmake each other at once leave one", async () => {
    const tenant = await testTenant();
    const [one, other] = [await hire(tenant, "owner"), await hire(tenant, "owner")];
    await tenant.database.raw`delete from member where user_id = ${tenant.userId}`;
    const outcomes = await Promise.allSettled([
      one.context().then((context) => changeMemberRole(context, { memberId: other.memberId, role: "viewer" })),
      other.context().then((context) => removeMember(context, { memberId: one.memberId })),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [left] = await tenant.database.raw`
      select count(*)::int as owners from member where organization_id = ${tenant.organizationId} and role = 'owner'`;
    expect(left).toEqual({ owners: 1 });
  });
});

describe("where members are signed in", () => {
  test("is listed and ended in the organization they work in, and in no other", async () => {
    const [tenant, other] = [await testTenant(), await testTenant()];
    const ida = await hire(tenant, "dispatcher");
    const elsewhere = await hire(other, "viewer", ida.userId);
    const here = await ida.signIn();
    const there = await ida.signIn();
    await tenant.database.raw`update session set active_organization_id = ${other.organizationId} where id = ${there}`;
    const listed = await listSessions(tenant.context(), { memberId: ida.memberId });
    expect(listed).toMatchObject([{ id: here, address: "198.51.100.7", userAgent: "Firefox" }]);
    const ended = await endSessions(tenant.context(), { memberId: ida.memberId, sessionId: there });
    expect(ended).toEqual({ ended: 0 });
    expect(await endSessions(tenant.context(), { memberId: ida.memberId, sessionId: null })).toEqual({ ended: 1 });
    expect(await listSessions(other.context(), { memberId: elsewhere.memberId })).toMatchObject([{ id: there }]);
    await expect(listSessions(tenant.context(), { memberId: elsewhere.memberId })).rejects.toEqual(refused("no-such"));
    expect(await typesOf(tenant)).toEqual(["member.sessions-ended"]);
  });

  test("end when they are removed; what they may is gone with the membership", async () => {
    const tenant = await testTenant();
    const ida = await hire(tenant, "dispatcher");
    await ida.signIn();
    await removeMember(tenant.context(), { memberId: ida.memberId });
    expect(await findMembership(tenant.database, ida.userId, tenant.organizationId)).toBeUndefined();
    const [left] = await tenant.database.raw`select count(*)::int as n from session where user_id = ${ida.userId}`;
    expect(left).toEqual({ n: 0 });
    expect(await typesOf(tenant)).toEqual(["member.removed"]);
  });

  test("and whether they have a second factor is for those who let people in", async () => {
    const tenant = await testTenant();
    const ida = await hire(tenant, "viewer");
    await ida.signIn();
    await withFactor(tenant, ida.userId);
    const seen = await listMembers(tenant.context(), {});
    const row = seen.members.find(({ id }) => id === ida.memberId);
    expect(row).toMatchObject({ role: "viewer", access: { hasSecondFactor: true, devices: 1 } });
    await withPasskey(tenant, ida.userId);
    const again = (await listMembers(tenant.context(), {})).members.find(({ id }) => id === ida.memberId);
    expect(again?.access).toMatchObject({ passkeys: 1 });
    const own = await listMembers(await ida.context(), {});
    expect(own.members.map(({ access }) => access)).toEqual([null, null]);
  });
});

describe("a second factor", () => {
  test("of a member who lost it is turned off, and he is written to; not of who belongs elsewhere too", async () => {
    const [tenant, other] = [await testTenant(), await testTenant()];
    const ida = await hire(tenant, "dispatcher");
    expect(await resetMemberFactor(tenant.context(), { memberId: ida.memberId })).toEqual({ id: ida.memberId });
    expect(await typesOf(tenant)).toEqual([]);
    await withFactor(tenant, ida.userId);
    await hire(other, "viewer", ida.userId);
    await expect(resetMemberFactor(tenant.context(), { memberId: ida.memberId })).rejects.toEqual(
      refused("member-elsewhere"),
    );
    await tenant.database
      .raw`delete from member where organization_id = ${other.organizationId} and user_id = ${ida.userId}`;
    await resetMemberFactor(tenant.context(), { memberId: ida.memberId });
    const [left] = await tenant.database.raw`
      select u.two_factor_enabled, (select count(*)::int from two_factor t where t.user_id = u.id) as factors
      from "user" u where u.id = ${ida.userId}`;
    expect(left).toEqual({ two_factor_enabled: false, factors: 0 });
    expect(await typesOf(tenant)).toEqual(["member.second-factor-reset", "message.queued"]);
    expect(tenant.jobs.map(({ name }) => name)).toEqual(["send-message"]);
    const [mail] = await tenant.database
      .raw`select recipient, body from outbox_message where organization_id = ${tenant.organizationId}`;
    expect(mail).toMatchObject({
      recipient: `${ida.userId}@example.com`,
      body: expect.stringContaining("Tess Tester"),
    });
  });

  test("that is a passkey goes with the sessions it opened; others, and other people’s, stay", async () => {
    const tenant = await testTenant();
    const [ida, eve] = [await hire(tenant, "dispatcher"), await hire(tenant, "dispatcher")];
    const [lost, kept] = [await withPasskey(tenant, ida.userId), await withPasskey(tenant, eve.userId)];
    const [byKey, byGoneKey, byPassword] = [await ida.signIn(), await ida.signIn(), await ida.signIn()];
    await tenant.database.raw`update session set passkey_id = ${lost}, signed_in_by = 'passkey' where id = ${byKey}`;
    await tenant.database.raw`update session set signed_in_by = 'passkey' where id = ${byGoneKey}`;
    await resetMemberFactor(tenant.context(), { memberId: ida.memberId });
    const left = await tenant.database.raw`
      select id from passkey where user_id in ${tenant.database.raw([ida.userId, eve.userId])}`;
    expect(left.map(({ id }) => id)).toEqual([kept]);
    const sessions = await tenant.database.raw`select id from session where user_id = ${ida.userId}`;
    expect(sessions.map(({ id }) => id)).toEqual([byPassword]);
    expect(await typesOf(tenant)).toContain("member.second-factor-reset");
  });

  test("that is a passkey is one for whoever asks it of everyone once he has shown it: a lost one would shut him out", async () => {
    const tenant = await testTenant();
    await withPasskey(tenant, tenant.userId);
    await expect(requireSecondFactor(tenant.context(), { isRequired: true })).rejects.toEqual(
      refused("second-factor-first"),
    );
    await requireSecondFactor(havingShown(tenant.context()), { isRequired: true });
    expect(await typesOf(tenant)).toEqual(["organization.second-factor-changed"]);
  });

  test("is asked of everyone by an owner who has one himself", async () => {
    const tenant = await testTenant();
    const adam = await hire(tenant, "admin");
    await expect(requireSecondFactor(await adam.context(), { isRequired: true })).rejects.toEqual(
      refused("owners-only"),
    );
    await expect(requireSecondFactor(tenant.context(), { isRequired: true })).rejects.toEqual(
      refused("second-factor-first"),
    );
    await requireSecondFactor(havingShown(tenant.context()), { isRequired: true });
    const membership = await findMembership(tenant.database, adam.userId, tenant.organizationId);
    expect(membership?.requiresSecondFactor).toBe(true);
    expect(await typesOf(tenant)).toEqual(["organization.second-factor-changed"]);
  });
});

describe("a role of an organization's own", () => {
  test("changes for everybody who has it, and goes only when nobody has", async () => {
    const tenant = await testTenant();
    const { id } = await createRole(tenant.context(), { name: "packer", permissions: ["order.read"] });
    const ida = await hire(tenant, "packer");
    await changeRole(tenant.context(), { id, description: "Packs", permissions: ["proof.read"] });
    expect([...(await ida.context()).actor.permissions]).toEqual(["proof.read"]);
    expect((await listRoles(tenant.context(), {})).at(-1)).toMatchObject({ name: "packer", members: 1 });
    await expect(deleteRole(tenant.context(), { id })).rejects.toEqual(refused("role-in-use"));
    await changeMemberRole(tenant.context(), { memberId: ida.memberId, role: "viewer" });
    await deleteRole(tenant.context(), { id });
    await expect(changeRole(tenant.context(), { id, permissions: ["order.read"] })).rejects.toEqual(refused("no-such"));
    expect(await typesOf(tenant)).toEqual(["role.created", "role.changed", "member.role-changed", "role.deleted"]);
  });

  test("is made no stronger, nor taken away, by who may less", async () => {
    const tenant = await testTenant();
    const { id } = await createRole(tenant.context(), { name: "planner", permissions: ["order.read", "plan.edit"] });
    await createRole(tenant.context(), { name: "gate", permissions: ["members.manage", "order.read"] });
    const gate = await (await hire(tenant, "gate")).context();
    await expect(changeRole(gate, { id, permissions: ["order.read"] })).rejects.toEqual(refused("permission"));
    await expect(deleteRole(gate, { id })).rejects.toEqual(refused("permission"));
  });
});
