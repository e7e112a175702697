import { beforeAll, describe, expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { workerDatabase } from "@/db/testing/worker-database";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { sendInvitation } from "@/server/jobs/handlers/send-invitation";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { changeMemberRole } from "@/server/services/member/change-member-role";
import { inviteMember } from "@/server/services/member/invite-member";
import { listInvitations } from "@/server/services/member/list-invitations";
import { removeMember } from "@/server/services/member/remove-member";
import { withdrawInvitation } from "@/server/services/member/withdraw-invitation";
import { changeRole } from "@/server/services/role/change-role";
import { createRole } from "@/server/services/role/create-role";
import { deleteRole } from "@/server/services/role/delete-role";
import { FakeClock } from "@/server/testing/fake-clock";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";
import { type Auth, createAuth } from "./auth";
import { INVITATION_KEY_HEADER } from "./invitation-hooks";
import { viewerActor, viewerOf } from "./resolve-viewer";

const BASE_URL = "http://dray.test";
const clock = new FakeClock("2026-05-04T08:00:00Z");
const ids = randomIdSource({ now: () => new Date() }, "a secret");
const mailer = new FakeMessenger();
let auth: Auth;

beforeAll(async () => {
  const secret = "a secret of more than thirty-two characters";
  const database = await workerDatabase();
  auth = createAuth({ baseUrl: BASE_URL, secret, limitSignIn: false, database, ids, mailer, clock });
});

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the endpoint answers.
  readonly body: any;
  readonly cookie: string;
}

async function call(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await auth.handler(
    new Request(`${BASE_URL}/api/auth${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", origin: BASE_URL, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text, cookie };
}

async function signUp(email: string): Promise<string> {
  const person = { name: "Someone", email, password: "correct horse battery" };
  const { status, cookie } = await call("/sign-up/email", person);
  expect(status).toBe(200);
  return cookie;
}

const house = () => testTenant({ clock, ids });
const someone = () => `new-${ids.newId()}@example.com`;

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly link: string;
}

/** Answers as whoever holds the link and an account with this address. */
async function accept({ id, email, link }: Invitation, cookie?: string): Promise<Answer> {
  const key = new URL(link).searchParams.get("key")!;
  const headers = { cookie: cookie ?? (await signUp(email)), [INVITATION_KEY_HEADER]: key };
  return call("/organization/accept-invitation", { invitationId: id }, headers);
}

/** A member with this role, as any request finds them. */
async function hire(tenant: TestTenant, role: string) {
  const { database, organizationId } = tenant;
  const [userId, memberId] = [ids.newId(), ids.newId()];
  const person = { id: userId, name: "Hand", email: `${userId}@example.com` };
  await database.raw`insert into "user" (id, name, email, created_at, updated_at)
    values (${userId}, ${person.name}, ${person.email}, now(), now())`;
  await database.raw`insert into member (id, organization_id, user_id, role, created_at)
    values (${memberId}, ${organizationId}, ${userId}, ${role}, now())`;
  const context = async (): Promise<ServiceContext> => {
    const membership = await findMembership(database, userId, organizationId);
    return { ...tenant.context(), actor: viewerActor(viewerOf(person, membership!)) };
  };
  return { memberId, context };
}

const refused = (reason: string) => expect.objectContaining({ details: expect.objectContaining({ reason }) });
const gone = { status: 400, body: { code: "INVITATION_NOT_FOUND" } };

describe("an invitation", () => {
  test("is mailed with the link that whoever invites also gets, and makes a member of whoever opens it, once", async () => {
    const tenant = await house();
    const email = someone();
    const invitation = await inviteMember(tenant.context(), { email: email.toUpperCase(), role: "dispatcher" });
    const job = tenant.jobs.find(({ name }) => name === "send-invitation")!;
    await sendInvitation(tenant.systemContext({ accountMailer: mailer }), job.payload as { invitationId: string });
    const mail = mailer.sent.find(({ to }) => to === email);
    expect(mail?.text).toContain(invitation.link);
    const link = new URL(invitation.link);
    expect(link.origin + link.pathname).toBe(`http://dray.test/accept-invitation/${invitation.id}`);

    const cookie = await signUp(email);
    const both = await Promise.all([accept(invitation, cookie), accept(invitation, cookie)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const { member } = both.find(({ status }) => status === 200)!.body;
    expect(member).toMatchObject({ organizationId: tenant.organizationId, role: "dispatcher" });
    const log = await tenant.database.raw`select type from event where organization_id = ${tenant.organizationId}`;
    expect(log.map(({ type }) => type)).toEqual(["member.invited", "member.joined"]);
    await sendInvitation(tenant.systemContext({ accountMailer: new FakeMessenger() }), { invitationId: invitation.id });
    expect(mailer.sent.filter(({ to }) => to === email)).toHaveLength(1);
  });

  test("cannot be accepted by its id alone, nor with another invitation's key, nor with another address", async () => {
    const tenant = await house();
    const other = await inviteMember(tenant.context(), { email: someone(), role: "viewer" });
    const invitation = await inviteMember(tenant.context(), { email: someone(), role: "admin" });
    const cookie = await signUp(invitation.email);
    for (const link of [`${BASE_URL}/?key=`, other.link]) {
      expect(await accept({ ...invitation, link }, cookie)).toMatchObject(gone);
    }
    const stranger = await accept(invitation, await signUp(someone()));
    expect(stranger).toMatchObject({ status: 403, body: { code: "YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION" } });
    expect((await accept(invitation, "")).status).toBe(401);
    expect((await accept(invitation, cookie)).status).toBe(200);
  });

  test("is made and withdrawn by services alone", async () => {
    const cookie = await signUp(someone());
    const { body } = await call("/organization/create", { name: "Northside", slug: ids.newId() }, { cookie });
    const invite = { email: someone(), role: "viewer", organizationId: body.id };
    expect((await call("/organization/invite-member", invite, { cookie })).status).toBe(404);
    expect((await call("/organization/cancel-invitation", { invitationId: ids.newId() }, { cookie })).status).toBe(404);
    const listed = await call(`/organization/list-invitations?organizationId=${body.id}`, undefined, { cookie });
    expect(listed.status).toBe(404);
  });

  test("is into one role, none that may more than the inviter, and an owner's are an owner's", async () => {
    const tenant = await house();
    const admin = await (await hire(tenant, "admin")).context();
    const email = someone();
    for (const role of ["admin, owner", "admin,owner", " owner", "nobody", ""]) {
      await expect(inviteMember(admin, { email, role })).rejects.toMatchObject({ name: "ServiceError" });
    }
    await expect(inviteMember(admin, { email, role: "owner" })).rejects.toEqual(refused("owners-only"));
    const asked = await inviteMember(tenant.context(), { email, role: "owner" });
    await expect(inviteMember(admin, { email, role: "viewer" })).rejects.toEqual(refused("owners-only"));
    await expect(withdrawInvitation(admin, { id: asked.id })).rejects.toEqual(refused("owners-only"));
    const listed = await listInvitations(admin, {});
    expect(listed.map(({ role }) => role)).toEqual(["owner"]);
    expect(JSON.stringify(listed)).not.toContain("key=");

    await createRole(tenant.context(), { name: "gate", permissions: ["members.manage", "order.read"] });
    const gate = await (await hire(tenant, "gate")).context();
    await expect(inviteMember(gate, { email: someone(), role: "viewer" })).rejects.toEqual(refused("permission"));
    expect((await inviteMember(gate, { email: someone(), role: "gate" })).role).toBe("gate");
    await expect(inviteMember(tenant.context("ops"), { email: someone(), role: "viewer" })).rejects.toEqual(
      refused("permission"),
    );
  });

  test("of somebody who is a member is refused; a second one to the same address shuts the first, as does taking it back", async () => {
    const tenant = await house();
    const owner = tenant.context();
    await expect(inviteMember(owner, { email: `${tenant.userId}@example.com`, role: "viewer" })).rejects.toEqual(
      refused("member-already"),
    );
    const email = someone();
    const first = await inviteMember(owner, { email, role: "admin" });
    const second = await inviteMember(owner, { email, role: "viewer" });
    const cookie = await signUp(email);
    expect(await accept(first, cookie)).toMatchObject(gone);
    await withdrawInvitation(owner, { id: second.id });
    expect(await accept(second, cookie)).toMatchObject(gone);
    expect(await listInvitations(owner, {})).toEqual([]);
  });

  test("is over after a week", async () => {
    const late = new FakeClock(new Date(clock.now().getTime() - 7 * 24 * 3600 * 1000).toISOString());
    const tenant = await testTenant({ clock: late, ids });
    const invitation = await inviteMember(tenant.context(), { email: someone(), role: "viewer" });
    expect(await accept(invitation)).toMatchObject(gone);
    expect(await listInvitations(tenant.context(), {})).toMatchObject([{ id: invitation.id }]);
  });
});

describe("an invitation into a role of the organization's own", () => {
  test("lets in to its rights and places from the first moment", async () => {
    const tenant = await house();
    const projectId = await testProject(tenant);
    await testProject(tenant);
    await createRole(tenant.context(), { name: "packer", permissions: ["order.read", "fleet.read"] });
    const scope = { projectIds: [projectId] };
    const invitation = await inviteMember(tenant.context(), { email: someone(), role: "packer", scope });
    const { body } = await accept(invitation);
    const { userId, organizationId } = body.member;
    const membership = await findMembership(tenant.database, userId, organizationId);
    const { permissions, reach } = viewerOf({ id: userId, name: "New", email: invitation.email }, membership!);
    expect([...permissions].sort()).toEqual(["fleet.read", "order.read"]);
    expect(reach).toEqual({ projectIds: [projectId], depotIds: null });
  });

  test("gives the role as it is when it is accepted; it is not deleted meanwhile, nor comes to see everything", async () => {
    const tenant = await house();
    const owner = tenant.context();
    const projectId = await testProject(tenant);
    const { id } = await createRole(owner, { name: "packer", permissions: ["order.read", "fleet.read"] });
    const asked = { email: someone(), role: "packer", scope: { projectIds: [projectId] } };
    const invitation = await inviteMember(owner, asked);
    await expect(deleteRole(owner, { id })).rejects.toEqual(refused("role-invited"));
    await expect(changeRole(owner, { id, permissions: ["members.manage"] })).rejects.toEqual(refused("role-limited"));
    await changeRole(owner, { id, permissions: ["order.read"] });
    const { body } = await accept(invitation);
    const membership = await findMembership(tenant.database, body.member.userId, tenant.organizationId);
    expect(membership).toMatchObject({ role: "packer", customPermissions: ["order.read"], scope: asked.scope });
  });

  test("keeps the role from seeing everything for as long as it can be accepted, no longer", async () => {
    const tenant = await house();
    const { id } = await createRole(tenant.context(), { name: "packer", permissions: ["order.read"] });
    const scope = { projectIds: [await testProject(tenant)] };
    await inviteMember(tenant.context(), { email: someone(), role: "packer", scope });
    const change = (days: number) => {
      const at = new FakeClock(new Date(clock.now().getTime() + days * 24 * 3600 * 1000).toISOString());
      return changeRole(tenant.context("owner", { clock: at }), { id, permissions: ["members.manage"] });
    };
    await expect(change(6)).rejects.toEqual(refused("role-limited"));
    expect((await change(7)).permissions).toEqual(["members.manage"]);
  });

  test("is answered while the role is being deleted: neither waits for the other in a circle", async () => {
    const tenant = await house();
    const { database, organizationId } = tenant;
    const { id } = await createRole(tenant.context(), { name: "packer", permissions: ["order.read"] });
    const invitation = await inviteMember(tenant.context(), { email: someone(), role: "packer" });
    const cookie = await signUp(invitation.email);
    let deleting: Promise<unknown> | undefined;
    let accepting: Promise<Answer> | undefined;
    await database.raw.begin(async (sql) => {
      await sql`select from custom_role where organization_id = ${organizationId} for update`;
      deleting = deleteRole(tenant.context(), { id }).catch((error: unknown) => error);
      await untilWaiting(database, 1);
      accepting = accept(invitation, cookie);
      await untilWaiting(database, 2);
    });
    expect(await deleting).toEqual(refused("role-invited"));
    expect((await accepting)?.status).toBe(200);
  });

  test("whose role is gone all the same opens nothing", async () => {
    const tenant = await house();
    await createRole(tenant.context(), { name: "packer", permissions: ["order.read"] });
    const invitation = await inviteMember(tenant.context(), { email: someone(), role: "packer" });
    await tenant.database.raw`delete from custom_role where organization_id = ${tenant.organizationId}`;
    expect(await accept(invitation)).toMatchObject(gone);
  });
});

describe("who has invited and leaves, or may less by now,", () => {
  test("has invited nobody: what he could not give any more is withdrawn", async () => {
    const tenant = await house();
    const owner = tenant.context();
    await createRole(owner, { name: "gate", permissions: ["members.manage", "order.read"] });
    await createRole(owner, { name: "packer", permissions: ["order.read"] });
    const { memberId, context } = await hire(tenant, "admin");
    const [high, low] = [someone(), someone()];
    const asAdmin = await inviteMember(await context(), { email: high, role: "admin" });
    const asPacker = await inviteMember(await context(), { email: low, role: "packer" });
    await changeMemberRole(owner, { memberId, role: "gate" });
    expect((await listInvitations(owner, {})).map(({ email }) => email)).toEqual([low]);
    expect(await accept(asAdmin)).toMatchObject(gone);
    await removeMember(owner, { memberId });
    expect(await accept(asPacker)).toMatchObject(gone);
    expect(await listInvitations(owner, {})).toEqual([]);
  });

  test("is looked at when it is accepted, whatever the list says", async () => {
    const tenant = await house();
    const { memberId, context } = await hire(tenant, "admin");
    const invitation = await inviteMember(await context(), { email: someone(), role: "dispatcher" });
    await tenant.database.raw`update member set role = 'ops' where id = ${memberId}`;
    expect(await accept(invitation)).toMatchObject(gone);
  });
});

test("a partner's person is invited to a partner in use, and sees nobody else who works there", async () => {
  const tenant = await house();
  const { organizationId, database } = tenant;
  const partnerId = ids.newId();
  await database.raw`insert into partner (organization_id, id, name, type, capabilities, vehicle_profiles, areas, contact, metadata, status, created_at, updated_at)
    values (${organizationId}, ${partnerId}, 'Swift', '3pl', '{}', '{}', '{}', '{}', '{}', 'active', now(), now())`;
  const asked = { email: someone(), role: "partner" };
  for (const scope of [null, { partnerId: ids.newId() }, { partnerId: "Swift" }, "everything"]) {
    const invited = inviteMember(tenant.context(), { ...asked, scope } as never);
    await expect(invited).rejects.toMatchObject({ name: "ServiceError" });
  }
  const invitation = await inviteMember(tenant.context(), { ...asked, scope: { partnerId } });
  const cookie = await signUp(invitation.email);
  const { body } = await accept(invitation, cookie);
  const membership = await findMembership(database, body.member.userId, organizationId);
  expect(membership).toMatchObject({ role: "partner", scope: { partnerId } });
  const seen = await call(`/organization/get-organization?organizationId=${organizationId}`, undefined, { cookie });
  expect(seen.status).toBe(403);
});
