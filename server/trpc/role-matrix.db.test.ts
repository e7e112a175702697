import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { permissionsOf, ROLES } from "@/server/domain/access/permissions";
import { silentLive } from "@/server/testing/silent-live";
import { testTenant } from "@/server/testing/test-tenant";
import { appRouter, createCaller } from "./root";
import { procedureList } from "./testing/procedure-list";

describe("who may call what", async () => {
  const tenant = await testTenant();
  const live = silentLive(tenant.systemContext);
  const procedures = procedureList(appRouter);

  test("there are procedures to check, and each names its permission", () => {
    expect(procedures.length).toBeGreaterThan(20);
    const unguarded = procedures.filter(({ permission }) => permission === undefined).map(({ path }) => path);
    expect(unguarded).toEqual([]);
  });

  test.each(procedures)("$path refuses whoever is not signed in", async ({ path }) => {
    const error = await refusalOf(createCaller({ services: null, live }), path);
    expect(error?.code).toBe("UNAUTHORIZED");
  });

  for (const role of ROLES) {
    const guarded = procedures.filter(({ permission }) => permission && !permissionsOf(role).includes(permission));
    if (guarded.length === 0) continue;
    test.each(guarded)(`$path ($permission) refuses a ${role}`, async ({ path }) => {
      const error = await refusalOf(createCaller({ services: tenant.context(role), live }), path);
      expect(error?.code).toBe("FORBIDDEN");
    });
  }

  test("a word that is no role may do nothing", () => {
    expect(permissionsOf("superuser")).toEqual([]);
  });
});

async function refusalOf(caller: unknown, path: string): Promise<TRPCError | undefined> {
  const call = path.split(".").reduce((node, key) => (node as Record<string, unknown>)[key], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    await call({});
    return undefined;
  } catch (error) {
    if (error instanceof TRPCError) return error;
    throw error;
  }
}
