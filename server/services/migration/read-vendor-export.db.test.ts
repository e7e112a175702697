import { beforeAll, describe, expect, test } from "vitest";
import type { VendorExport } from "@/server/domain/migration/vendor-export";
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
      { name: "acme", title: "Acme API", basePath: "/acme/v1", brings: ["orders"] },
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

  test("of which nothing is understood is refused", async () => {
    await expect(read("a,b\n1,2\n")).rejects.toMatchObject({ details: { reason: "export-unknown" } });
  });
});
