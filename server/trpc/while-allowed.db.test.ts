import { expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { ACCESS_CHANNEL } from "@/db/queries/access/member-sessions";
import { startPostgresEventBus } from "@/server/adapters/event-bus/postgres-event-bus";
import { viewerActor, viewerOf } from "@/server/auth/resolve-viewer";
import { WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { changeMemberRole } from "@/server/services/member/change-member-role";
import { endSessions } from "@/server/services/member/end-sessions";
import { removeMember } from "@/server/services/member/remove-member";
import { saveMemberScope } from "@/server/services/member/save-member-scope";
import { changeRole } from "@/server/services/role/change-role";
import { createRole } from "@/server/services/role/create-role";
import { testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { whileAllowed } from "./while-allowed";

/** Nobody waits so long here: what ends a stream is what was announced. */
const NEVER_MILLISECONDS = 2 ** 30;

/** Somebody of this role, signed in on one device, and a stream that is open until he may not read it. */
async function reader(tenant: TestTenant, role: string) {
  const { database, organizationId, newId } = tenant;
  const [userId, memberId, sessionId] = [newId(), newId(), newId()];
  const [name, email] = ["Ida", `${userId}@example.com`];
  await database.raw`
    insert into "user" (id, name, email, created_at, updated_at) values (${userId}, ${name}, ${email}, now(), now())`;
  await database.raw`
    insert into member (id, organization_id, user_id, role, created_at) values (${memberId}, ${organizationId}, ${userId}, ${role}, now())`;
  await database.raw`
    insert into session (id, token, user_id, expires_at, created_at, updated_at)
    values (${sessionId}, ${sessionId}, ${userId}, now() + interval '1 day', now(), now())`;
  const reauthorize = async () => {
    const [session] = await database.raw`select from session where id = ${sessionId}`;
    const membership = await findMembership(database, userId, organizationId);
    if (!session || !membership) return null;
    return { ...tenant.context(), actor: viewerActor(viewerOf({ id: userId, name, email }, membership)) };
  };
  const access = await startPostgresEventBus(database, ACCESS_CHANNEL);
  const services = (await reauthorize())!;
  let heard: () => void = () => {};
  const stream = whileAllowed(
    { services, live: { access }, reauthorize },
    "plan.read",
    new AbortController().signal,
    async function* (signal) {
      yield "open";
      while (!signal.aborted) {
        await new Promise<void>((resolve) => {
          heard = resolve;
          signal.addEventListener("abort", () => resolve(), { once: true });
        });
        if (!signal.aborted) yield "news";
      }
    },
    NEVER_MILLISECONDS,
  );
  expect(await stream.next()).toEqual({ value: "open", done: false });
  return { userId, memberId, sessionId, next: () => stream.next(), tell: () => heard(), stop: () => access.stop() };
}

type Reader = Awaited<ReturnType<typeof reader>>;

const endings: Readonly<Record<string, (tenant: TestTenant, ida: Reader) => Promise<unknown>>> = {
  "signs out, or takes another password": (tenant, { userId }) =>
    tenant.database.raw`delete from session where user_id = ${userId}`,
  "is signed out": (tenant, { memberId }) => endSessions(tenant.context(), { memberId, sessionId: null }),
  "leaves the organization": (tenant, { memberId }) => removeMember(tenant.context(), { memberId }),
  "gets a role that may not": (tenant, { memberId }) => changeMemberRole(tenant.context(), { memberId, role: "blind" }),
  "is let in to something else": async (tenant, { userId }) => {
    const scope = { ...WHOLE_SCOPE, projectIds: [await testProject(tenant)] };
    return saveMemberScope(tenant.context(), { userId, scope });
  },
};

test.each(Object.entries(endings))("a stream ends at once when its reader %s", async (_, end) => {
  const tenant = await testTenant();
  await createRole(tenant.context(), { name: "blind", permissions: ["order.read"] });
  const ida = await reader(tenant, "dispatcher");
  const next = ida.next();
  await end(tenant, ida);
  await expect(next).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await ida.stop();
});

test("and when the organization's own role loses what it takes; others go on reading", async () => {
  const tenant = await testTenant();
  const { id } = await createRole(tenant.context(), { name: "planner", permissions: ["plan.read", "order.read"] });
  const [ida, ole] = [await reader(tenant, "planner"), await reader(tenant, "dispatcher")];
  const [ends, goesOn] = [ida.next(), ole.next()];
  await changeRole(tenant.context(), { id, permissions: ["order.read"] });
  await expect(ends).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  ole.tell();
  expect(await goesOn).toEqual({ value: "news", done: false });
  await ida.stop();
  await ole.stop();
});
