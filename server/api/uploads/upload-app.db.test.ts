import { describe, expect, test } from "vitest";
import type { Role } from "@/server/domain/access/permissions";
import { getImport } from "@/server/services/intake/get-import";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { createUploadApp } from "./upload-app";

const CSV = "external_id,name,address\nA,Ida,Bredgade 1\n";
const SMALL = 2000;

async function uploadTenant(role: Role | null = "owner") {
  const blobs = memoryBlobStore();
  const tenant = await testTenant({ blobs });
  const projectId = await testProject(tenant);
  const resolve = async () => (role ? tenant.context(role) : null);
  const app = createUploadApp({ resolve, maxBytes: SMALL });
  const send = (body: BodyInit, headers: Record<string, string>, path = `orders?projectId=${projectId}`) =>
    app.request(`http://dray.test/api/uploads/${path}`, {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
  return { tenant, projectId, send, blobs };
}

const csvType = { "content-type": "text/csv" };

describe("uploads", () => {
  test("takes a file as a form or as the body, with its name", async () => {
    const { tenant, send, blobs } = await uploadTenant("dispatcher");
    const raw = await send(CSV, { ...csvType, "x-file-name": encodeURIComponent("Ordrer ø.csv") });
    expect(raw.status).toBe(201);
    const first = (await raw.json()) as { importId: string; rows: number };
    expect(first.rows).toBe(1);
    expect(await getImport(tenant.context(), { id: first.importId })).toMatchObject({
      fileName: "Ordrer ø.csv",
      status: "uploaded",
      headers: ["external_id", "name", "address"],
      settings: { mapping: { fields: { external_id: 0, name: 1, address: 2 } } },
    });
    const form = new FormData();
    form.set("file", new File([CSV], "form.csv", { type: "text/csv" }));
    const encoded = new Response(form);
    const sent = await send(await encoded.arrayBuffer(), { "content-type": encoded.headers.get("content-type")! });
    expect(sent.status).toBe(201);
    expect(blobs.blobs.size).toBe(2);
  });

  test("413: what is too large is answered in words and not kept, said or unsaid", async () => {
    const { send, blobs } = await uploadTenant();
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++pulled > 50) controller.close();
        else controller.enqueue(new Uint8Array(1000).fill(97));
      },
    });
    for (const body of [endless, "a".repeat(SMALL + 1)]) {
      const response = await send(body, csvType);
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ error: { code: "too-large", details: { maxBytes: SMALL } } });
    }
    expect(blobs.blobs.size).toBe(0);
  });

  test("415, 400: wrong type, no file, unreadable, unknown project", async () => {
    const { send } = await uploadTenant();
    expect((await send("{}", { "content-type": "application/json" })).status).toBe(415);
    const empty = new Response(new FormData());
    const type = { "content-type": "multipart/form-data; boundary=x" };
    expect((await send(await empty.arrayBuffer(), type)).status).toBe(400);
    const unreadable = await send(new Uint8Array([0, 1, 2, 3, 0, 255, 0, 9]), csvType);
    expect(unreadable.status).toBe(400);
    expect(await unreadable.json()).toMatchObject({ error: { code: "invalid", message: expect.any(String) } });
    expect((await send(CSV, csvType, "orders")).status).toBe(400);
    const stranger = await uploadTenant();
    expect((await send(CSV, csvType, `orders?projectId=${stranger.projectId}`)).status).toBe(404);
  });

  test("401, 403: nobody, a viewer, another site", async () => {
    expect((await (await uploadTenant(null)).send(CSV, csvType)).status).toBe(401);
    expect((await (await uploadTenant("viewer")).send(CSV, csvType)).status).toBe(403);
    const { send } = await uploadTenant();
    expect((await send(CSV, { ...csvType, origin: "https://evil.example" })).status).toBe(403);
    expect((await send(CSV, { ...csvType, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send(CSV, { ...csvType, origin: "http://dray.test" })).status).toBe(201);
  });

  test("addresses and vehicles come the same way", async () => {
    const { send, projectId } = await uploadTenant();
    const book = "street,house_number,lat,lon\nBredgade,1,55.68,12.58\n";
    expect(await (await send(book, csvType, "address-book?mode=add")).json()).toMatchObject({
      doors: 1,
      faultCount: 0,
    });
    const fleet = "external_id,driver_name,depot_lat,depot_lon\nV1,Ida,55.68,12.58\n";
    const sent = await send(fleet, csvType, `fleet?projectId=${projectId}`);
    expect(await sent.json()).toMatchObject({ depots: 1, drivers: { created: 1 }, vehicles: { created: 1 } });
  });
});
