import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "@/server/testing/api-client";
import { sha256 } from "@/server/testing/evidence-day";
import { lastmile } from "./lastmile";
import { type PodShop, podShop } from "./testing/pod-shop";
import { shop } from "./testing/shop";

let s: PodShop;
beforeAll(async () => {
  s = await podShop();
});
afterAll(() => rm(s.folder, { recursive: true }));

const paper = new TextEncoder().encode("%PDF-1.7 a licence");
const pdf = { "content-type": "application/pdf" };
const request = { kind: "license", content_type: "application/pdf", expires_on: "2031-01-31" };

describe("POST /drivers/{driverId}/documents", () => {
  test("201: what was sent to its address is the driver's, with kind, last day, hash and size", async () => {
    const path = `/drivers/${s.drivers[0]}`;
    const { status, body } = await s.ask("POST", `${path}/documents`, { body: request });
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: "license", expires_on: "2031-01-31", driver_id: s.drivers[0], method: "PUT" });
    expect((await s.ask("GET", path)).body.documents).toEqual([]);
    expect(await s.put(body.upload_url, new TextEncoder().encode("<html>"), pdf)).toBe(400);
    expect(await s.put(body.upload_url, paper, pdf)).toBe(201);
    expect(await s.put(body.upload_url, paper, pdf)).toBe(409);
    const driver = (await s.ask("GET", path)).body;
    expect(driver.documents).toEqual([body.document_id]);
    const listed = (await s.ask("GET", "/drivers")).body.items;
    expect(listed.find(({ id }: { id: string }) => id === s.drivers[0]).documents).toEqual([body.document_id]);
    const changed = await s.ask("PATCH", path, { body: { documents: ["their_1"] } });
    expect(changed.body.documents).toEqual(["their_1", body.document_id]);
    const echoed = await s.ask("PATCH", path, { body: { documents: changed.body.documents } });
    expect(echoed.body.documents).toEqual(["their_1", body.document_id]);
  });

  test("400, 404, 422: a kind or type that is none, a driver of nobody's or of others", async () => {
    const ask = async (driver: string, body: unknown) =>
      (await s.ask("POST", `/drivers/${driver}/documents`, { body })).status;
    const driver = s.drivers[0]!;
    expect(await ask(driver, "")).toBe(400);
    expect(await ask(driver, {})).toBe(422);
    expect(await ask(driver, { type: "insurance" })).toBe(201);
    expect(await ask(driver, { ...request, kind: "diary" })).toBe(422);
    expect(await ask(driver, { ...request, content_type: "text/html" })).toBe(422);
    expect(await ask(driver, { ...request, expires_on: "2031-02-31" })).toBe(422);
    expect(await ask("drv_000000000000000000000001", request)).toBe(404);
    const other = await shop();
    expect((await other.ask("POST", `/drivers/${driver}/documents`, { body: request })).status).toBe(404);
  });
});

describe("GET /drivers/{driverId}/documents", () => {
  test("200, 403, 404: for whoever may change drivers, and each look is in the audit trail", async () => {
    const driver = s.drivers[1];
    const path = `/drivers/${driver}/documents`;
    const { body: given } = await s.ask("POST", path, { body: { ...request, kind: "insurance" } });
    await s.put(given.upload_url, paper, pdf);
    const { body } = await s.ask("GET", path);
    expect(body.items).toMatchObject([
      { document_id: given.document_id, kind: "insurance", sha256: sha256(paper), size: paper.byteLength },
    ]);
    const read = await s.files.request(body.items[0].url);
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(paper);
    const audit = await s.ask("GET", `/audit?action=driver.documents-viewed&entity_id=${driver}`);
    expect(audit.body.items).toMatchObject([{ actor: { kind: "api" } }]);
    const reader = await apiClient(lastmile, s.tenant, { scopes: ["fleet:read"] });
    expect((await reader.ask("GET", path)).status).toBe(403);
    const other = await shop();
    expect((await other.ask("GET", path)).status).toBe(404);
  });
});
