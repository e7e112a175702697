import { describe, expect, test } from "vitest";
import { shop } from "./testing/shop";

const PACKER = { name: "packer", description: "Sees orders and proofs", permissions: ["order.read", "proof.read"] };

describe("GET /roles", () => {
  test("200: those there always are, with what each may do, and the tenant's own", async () => {
    const { ask } = await shop();
    const { body: made } = await ask("POST", "/roles", { body: PACKER });
    const { body } = await ask("GET", "/roles");
    const names = body.items.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["owner", "admin", "ops", "dispatcher", "reviewer", "viewer", "packer"]);
    expect(body.items.at(-1)).toEqual(made);
    const ops = body.items[2];
    expect(ops).toMatchObject({ role_id: "ops", built_in: true });
    expect(ops.permissions).toContain("settings.write");
    expect(ops.permissions).not.toContain("members.manage");
    expect((await (await shop()).ask("GET", "/roles")).body.items).toHaveLength(6);
  });

  test("403: a key that was not made for it", async () => {
    const { ask } = await shop(["settings:read"]);
    expect((await ask("GET", "/roles")).status).toBe(403);
    expect((await ask("POST", "/roles", { body: PACKER })).status).toBe(403);
  });
});

describe("POST /roles", () => {
  test("201: a role, written down in the audit", async () => {
    const { ask } = await shop();
    const { status, body } = await ask("POST", "/roles", { body: PACKER });
    expect(status).toBe(201);
    expect(body).toEqual({ id: body.role_id, role_id: expect.stringMatching(/^rol_/), ...PACKER, built_in: false });
    const { body: audit } = await ask("GET", `/audit?entity_id=${body.id}`);
    expect(audit.items).toMatchObject([{ action: "role.created", after: { name: "packer" } }]);
  });

  test("409: a name that is taken, also by a built-in one", async () => {
    const { ask } = await shop();
    await ask("POST", "/roles", { body: PACKER });
    expect((await ask("POST", "/roles", { body: PACKER })).status).toBe(409);
    expect((await ask("POST", "/roles", { body: { ...PACKER, name: "owner" } })).status).toBe(409);
  });

  test("403: nobody makes a role that may more than himself", async () => {
    const { ask } = await shop(["keys:manage", "deliveries:read"]);
    expect((await ask("POST", "/roles", { body: PACKER })).status).toBe(403);
    expect((await ask("POST", "/roles", { body: { ...PACKER, permissions: ["order.read"] } })).status).toBe(201);
  });

  test("400, 422: no name, no permission, one there is not, a driver's, a name nobody can type", async () => {
    const { ask } = await shop();
    const status = async (body: unknown) => (await ask("POST", "/roles", { body })).status;
    expect(await status({ permissions: ["order.read"] })).toBe(400);
    expect(await status({ ...PACKER, permissions: "order.read" })).toBe(400);
    expect(await status({ ...PACKER, permissions: [] })).toBe(422);
    expect(await status({ ...PACKER, permissions: ["order.eat"] })).toBe(422);
    expect(await status({ ...PACKER, permissions: ["run.write"] })).toBe(422);
    expect(await status({ ...PACKER, name: "Päcker!" })).toBe(422);
    expect((await ask("GET", "/roles")).body.items).toHaveLength(6);
  });
});
