import { beforeAll, describe, expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { workerDatabase } from "@/db/testing/worker-database";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { type Auth, createAuth } from "./auth";
import { INVITATION_KEY_HEADER } from "./invitation-key";

const BASE_URL = "http://dray.test";
const clock = { now: () => new Date() };
const ids = randomIdSource(clock);
const mailer = new FakeMessenger();
let auth: Auth;

beforeAll(async () => {
  const secret = "a secret of more than thirty-two characters";
  auth = createAuth({
    baseUrl: BASE_URL,
    secret,
    limitSignIn: false,
    database: await workerDatabase(),
    ids,
    mailer,
    clock,
  });
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
  return { status: response.status, body: await response.json(), cookie };
}

async function signUp(email: string): Promise<string> {
  const { status, cookie } = await call("/sign-up/email", {
    name: "Someone",
    email,
    password: "correct horse battery",
  });
  expect(status).toBe(200);
  return cookie;
}

async function organizationWithInvitation(role: string) {
  const cookie = await signUp(`owner-${ids.newId()}@example.com`);
  const slug = ids.newId();
  const { body: organization } = await call("/organization/create", { name: "Northside", slug }, { cookie });
  const email = `new-${ids.newId()}@example.com`;
  const invite = { email, role, organizationId: organization.id };
  const { status, body: invitation } = await call("/organization/invite-member", invite, { cookie });
  expect(status).toBe(200);
  return { email, invitation, organizationId: organization.id as string };
}

describe("an invitation", () => {
  test("is mailed with the link that whoever invites also gets, and makes a member of whoever opens it", async () => {
    const { email, invitation, organizationId } = await organizationWithInvitation("dispatcher");
    const mail = mailer.sent.find(({ to }) => to === email);
    expect(mail?.text).toContain(invitation.link);
    const link = new URL(invitation.link);
    expect(link.origin + link.pathname).toBe(`${BASE_URL}/accept-invitation/${invitation.id}`);

    const cookie = await signUp(email);
    const headers = { cookie, [INVITATION_KEY_HEADER]: link.searchParams.get("key")! };
    const accepted = await call("/organization/accept-invitation", { invitationId: invitation.id }, headers);
    expect(accepted.body.member).toMatchObject({ organizationId, role: "dispatcher" });
    const again = await call("/organization/accept-invitation", { invitationId: invitation.id }, headers);
    expect(again.status).toBe(400);
  });

  test("cannot be accepted by its id alone, nor with another invitation's key", async () => {
    const other = await organizationWithInvitation("viewer");
    const { email, invitation } = await organizationWithInvitation("admin");
    const cookie = await signUp(email);
    const otherKey = new URL(other.invitation.link).searchParams.get("key")!;
    for (const key of ["", otherKey]) {
      const headers = { cookie, [INVITATION_KEY_HEADER]: key };
      const refused = await call("/organization/accept-invitation", { invitationId: invitation.id }, headers);
      expect(refused).toMatchObject({ status: 400, body: { code: "INVITATION_NOT_FOUND" } });
    }
  });

  test("is into one role, and is not had by asking for somebody else's once more", async () => {
    const owner = await signUp(`owner-${ids.newId()}@example.com`);
    const { body: house } = await call(
      "/organization/create",
      { name: "Northside", slug: ids.newId() },
      { cookie: owner },
    );
    const admin = await signUp(`admin-${ids.newId()}@example.com`);
    const database = await workerDatabase();
    await database.raw`insert into member (id, organization_id, user_id, role, created_at)
      select ${ids.newId()}, ${house.id}, s.user_id, 'admin', now() from session s order by s.created_at desc limit 1`;
    const organizationId = house.id;
    const invite = (body: object, cookie: string) =>
      call("/organization/invite-member", { organizationId, ...body }, { cookie });
    const email = `bob-${ids.newId()}@example.com`;
    for (const role of ["admin, owner", "admin,owner", " owner", "nobody", ["admin", "owner"], ["viewer"]]) {
      expect((await invite({ email, role }, admin)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await invite({ email, role: "owner" }, owner)).status).toBe(200);
    const taken = await invite({ email, role: "viewer", resend: true }, admin);
    expect(taken).toMatchObject({ status: 400, body: { code: "ROLE_NOT_FOUND" } });
    expect(JSON.stringify(taken.body)).not.toContain("accept-invitation");
    const roles = await database.raw`select role from invitation where organization_id = ${house.id}`;
    expect(roles.map(({ role }) => role)).toEqual(["owner"]);
  });

  test("lets in to what was said with it, from the first moment; what is not there is refused", async () => {
    const cookie = await signUp(`owner-${ids.newId()}@example.com`);
    const { body: house } = await call("/organization/create", { name: "Northside", slug: ids.newId() }, { cookie });
    const database = await workerDatabase();
    const partnerId = ids.newId();
    await database.raw`insert into partner (organization_id, id, name, type, capabilities, vehicle_profiles, areas, contact, metadata, status, created_at, updated_at)
      values (${house.id}, ${partnerId}, 'Swift', '3pl', '{}', '{}', '{}', '{}', '{}', 'active', now(), now())`;
    const email = `new-${ids.newId()}@example.com`;
    const invite = { email, role: "partner", organizationId: house.id };
    for (const scope of [undefined, { partnerId: ids.newId() }, { partnerId: "Swift" }, "everything"]) {
      const refused = await call("/organization/invite-member", { ...invite, scope }, { cookie });
      expect(refused).toMatchObject({ status: 400, body: { code: "SCOPE_REFUSED" } });
    }
    const { body: invitation } = await call(
      "/organization/invite-member",
      { ...invite, scope: { partnerId } },
      { cookie },
    );
    const guest = await signUp(email);
    const key = new URL(invitation.link).searchParams.get("key")!;
    const headers = { cookie: guest, [INVITATION_KEY_HEADER]: key };
    const accepted = await call("/organization/accept-invitation", { invitationId: invitation.id }, headers);
    expect(accepted.body.member).toMatchObject({ role: "partner" });
    const { userId } = accepted.body.member;
    expect(await findMembership(database, userId, house.id)).toMatchObject({ role: "partner", scope: { partnerId } });

    const asked = `?organizationId=${house.id}`;
    for (const path of ["list-invitations", "get-organization"]) {
      const seen = await call(`/organization/${path}${asked}`, undefined, { cookie: guest });
      expect(seen, path).toMatchObject({ status: 403, body: { code: "OUTSIDER" } });
      const unnamed = await call(`/organization/${path}`, undefined, { cookie: guest });
      expect(unnamed.status, path).not.toBe(200);
    }
  });

  test("is for its own address only", async () => {
    const { invitation } = await organizationWithInvitation("viewer");
    const cookie = await signUp(`stranger-${ids.newId()}@example.com`);
    const key = new URL(invitation.link).searchParams.get("key")!;
    const headers = { cookie, [INVITATION_KEY_HEADER]: key };
    const refused = await call("/organization/accept-invitation", { invitationId: invitation.id }, headers);
    expect(refused.status).toBe(403);
  });
});
