import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { findMembership } from "@/db/queries/access/find-membership";
import { viewerActor, viewerOf } from "@/server/auth/resolve-viewer";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { createRole } from "@/server/services/role/create-role";
import { silentLive } from "@/server/testing/silent-live";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { appRouter, createCaller } from "@/server/trpc/root";
import { procedureList } from "@/server/trpc/testing/procedure-list";

/** The tenant's person, with the role he has now, as any request finds him. */
async function memberContext(tenant: TestTenant, role: string): Promise<ServiceContext> {
  const { database, organizationId, userId } = tenant;
  await database.raw`update member set role = ${role} where organization_id = ${organizationId} and user_id = ${userId}`;
  const membership = await findMembership(database, userId, organizationId);
  const actor = viewerActor(viewerOf({ id: userId, name: "Tess", email: "tess@example.com" }, membership!));
  return { ...tenant.context(), actor };
}

describe("a role of an organization's own", () => {
  test("may exactly what it is made of, through every procedure there is", async () => {
    const tenant = await testTenant();
    await createRole(tenant.context(), { name: "packer", permissions: ["order.read", "proof.read"] });
    const services = await memberContext(tenant, "packer");
    expect([...services.actor.permissions].sort()).toEqual(["order.read", "proof.read"]);
    const caller = createCaller({ services, live: silentLive(tenant.systemContext) });
    const procedures = procedureList(appRouter);
    const wrong: string[] = [];
    for (const { path, permission } of procedures) {
      const isAllowed = permission === "order.read" || permission === "proof.read";
      const isRefused = (await codeOf(caller, path)) === "FORBIDDEN";
      if (isRefused === isAllowed) wrong.push(`${path} (${permission})`);
    }
    expect(wrong).toEqual([]);
  });

  test("is of its organization alone, and a word that is no role may nothing", async () => {
    const [tenant, other] = [await testTenant(), await testTenant()];
    await createRole(other.context(), { name: "packer", permissions: ["order.read"] });
    expect((await memberContext(tenant, "packer")).actor.permissions.size).toBe(0);
    expect((await memberContext(other, "packer")).actor.permissions.size).toBe(1);
  });

  test("that may let programs in makes keys for what it may itself, and nothing beyond", async () => {
    const tenant = await testTenant();
    await createRole(tenant.context(), { name: "gate", permissions: ["members.manage", "order.read"] });
    const gate = await memberContext(tenant, "gate");
    await createApiKey(gate, { name: "Till", scopes: ["deliveries:read", "keys:manage"] });
    await expect(createApiKey(gate, { name: "Till", scopes: ["deliveries:write"] })).rejects.toThrow(
      /more than you may/,
    );
    await expect(createRole(gate, { name: "all", permissions: ["order.write"] })).rejects.toThrow(/more than you may/);
    await expect(createRole(tenant.context(), { name: "car", permissions: ["run.write"] })).rejects.toThrow(
      /run.write/,
    );
  });
});

async function codeOf(caller: unknown, path: string): Promise<string | undefined> {
  const call = path.split(".").reduce((node, key) => (node as Record<string, unknown>)[key], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    await call({});
    return undefined;
  } catch (error) {
    return error instanceof TRPCError ? error.code : "other";
  }
}
