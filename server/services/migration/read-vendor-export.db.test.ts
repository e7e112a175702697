import { beforeAll, describe, expect, test } from "vitest";
import type { VendorExport } from "@/server/domain/migration/vendor-export";
import { importFleet } from "@/server/services/fleet/import-fleet";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { listVendors } from "./list-vendors";
import { makeVendorKey } from "./make-vendor-key";
import { readVendorExport } from "./read-vendor-export";
import type { Vendor } from "./vendor";

const EXPORT: VendorExport = {
  orders: {
    lists: ["orders"],
    fields: [
      { from: "orderNo", to: "external_id" },
      { from: "location.address", to: "address" },
      { from: "Address", to: "address" },
      { from: "email", to: "email" },
    ],
  },
  drivers: {
    lists: ["drivers"],
    fields: [
      { from: "driverNo", to: "external_id" },
      { from: "driverName", to: "driver_name" },
      { from: "pallets", to: "capacity_4" },
    ],
  },
};
const VENDOR: Vendor = {
  name: "acme",
  title: "Acme API",
  basePath: "/acme/v1",
  keyForms: ["key"],
  scopes: ["deliveries:read", "deliveries:write"],
  possibleScopes: ["deliveries:read", "deliveries:write"],
  isForPartners: false,
  hasSandbox: false,
  credentialsOf: ({ secret }) => [{ label: "key", value: `acme_${secret}`, isSecret: true }],
  tryIt: (baseUrl, [key]) => `curl ${baseUrl}/orders?key=${key!.value}`,
  readExport: EXPORT,
};

let tenant: TestTenant;
let projectId: string;
beforeAll(async () => {
  tenant = await testTenant({ vendors: new Map([[VENDOR.name, VENDOR]]) });
  projectId = await testProject(tenant);
});
const read = (text: string) => readVendorExport(tenant.context(), { vendor: "acme", projectId, text });

describe("a vendor", () => {
  test("is listed with what can be brought from it", async () => {
    expect(await listVendors(tenant.context("viewer"), {})).toEqual([
      { name: "acme", title: "Acme API", basePath: "/acme/v1", brings: ["orders", "drivers"] },
    ]);
  });

  test("has a key made in its own words, for what its programs do and nothing else", async () => {
    const made = await makeVendorKey(tenant.context(), { vendor: "acme" });
    const [key] = made.credentials;
    expect(made).toMatchObject({ baseUrl: "http://dray.test/acme/v1", tryIt: expect.stringContaining(key!.value) });
    const rows = await tenant.database.raw`select name, dialect, scopes from api_key where id = ${made.keyId}`;
    expect(rows).toEqual([{ name: "Acme API", dialect: "acme", scopes: ["deliveries:read", "deliveries:write"] }]);
    await expect(makeVendorKey(tenant.context("dispatcher"), { vendor: "acme" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(makeVendorKey(tenant.context(), { vendor: "nobody" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an export", () => {
  test("of JSON is read line by line, its faults by line and field", async () => {
    const orders = [
      { orderNo: "A-1", location: { address: "Bredgade 1, 1260 København K" }, email: "ida@example.com" },
      { orderNo: "A-2", location: { address: "Bredgade 2, 1260 København K" }, email: "nobody", vip: true },
    ];
    const found = await read(JSON.stringify({ orders }));
    expect(found).toMatchObject({ kind: "orders", total: 2, faultCount: 1, leftOut: ["vip"] });
    expect(found.faults).toMatchObject([{ line: 2, errors: [{ field: "email", code: "email" }] }]);
    expect(found.csv.split("\r\n")[0]).toBe("external_id,address,email");
  });

  test("of CSV is read by its headings", async () => {
    const found = await read("orderno;Address;Colour\nA-1;Bredgade 1;red\n");
    expect(found).toMatchObject({
      understood: [
        { from: "orderno", to: "external_id" },
        { from: "Address", to: "address" },
      ],
      leftOut: ["Colour"],
      rows: [{ line: 2, cells: ["A-1", "Bredgade 1"] }],
    });
  });

  test("of drivers is judged as the import will: by the fourth load’s unit, and by what is asked of each", async () => {
    const own = await testTenant({ vendors: new Map([[VENDOR.name, VENDOR]]) });
    const id = await testProject(own);
    const context = own.context();
    const take = (text: string) => importFleet(context, { projectId: id, bytes: new TextEncoder().encode(text) });
    await take("external_id,driver_name\nD-1,Ida");
    await own.database.raw`update project
      set load_dimensions = jsonb_set(load_dimensions, '{3,perUnit}', '1000') where id = ${id}`;
    const fields = [{ name: "badge", kind: "text" as const, isRequired: true }];
    await saveCustomFields(context, { projectId: id, of: "driver", fields, seenAt: null });
    const driver = (number: string, pallets: number) => ({ driverNo: number, driverName: number, pallets });
    const drivers = [driver("D-1", 2.5), driver("D-2", 2.5), driver("D-3", 3_000_000)];
    const found = await readVendorExport(context, { vendor: "acme", projectId: id, text: JSON.stringify({ drivers }) });
    const codes = (faults: readonly { errors: readonly { code: string }[] }[]) =>
      faults.map(({ errors }) => errors.map(({ code }) => code));
    expect(found.faults.map(({ line }) => line)).toEqual([2, 3]);
    expect(codes(found.faults)).toEqual([["required"], ["too_large"]]);
    expect(codes((await take(found.csv)).faults)).toEqual(codes(found.faults));
  });

  test("of which nothing is understood is refused", async () => {
    await expect(read("a,b\n1,2\n")).rejects.toMatchObject({ details: { reason: "export-unknown" } });
  });
});
