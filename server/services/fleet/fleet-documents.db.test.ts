import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeClock } from "@/server/testing/fake-clock";
import { testProject } from "@/server/testing/order-builders";
import { servedFiles } from "@/server/testing/served-files";
import { testTenant } from "@/server/testing/test-tenant";
import { changeFleetDocument } from "./change-fleet-document";
import { deleteFleetDocument } from "./delete-fleet-document";
import { listFleetDocuments } from "./list-fleet-documents";
import { listPapersToRenew } from "./list-papers-to-renew";
import { openFleetDocument } from "./open-fleet-document";
import { requestFleetDocument } from "./request-fleet-document";
import { saveDriver } from "./save-driver";
import { saveVehicle } from "./save-vehicle";

const PDF = new TextEncoder().encode("%PDF-1.7 a licence");
const FILE = { contentType: "application/pdf" } as const;
let files: Awaited<ReturnType<typeof servedFiles>>;
beforeAll(async () => {
  files = await servedFiles();
});
afterAll(() => rm(files.folder, { recursive: true }));

async function house() {
  const clock = new FakeClock("2026-03-10T08:00:00Z");
  const tenant = await testTenant({ clock, blobs: files.blobs });
  const projectId = await testProject(tenant);
  const context = tenant.context("dispatcher");
  const shift = { shiftFromSeconds: 8 * 3600, shiftToSeconds: 17 * 3600 };
  const driver = await saveDriver(context, { projectId, driver: { name: "Anna Holm", ...shift } });
  const vehicle = await saveVehicle(context, { projectId, vehicle: { label: "VAN-01", capacity: [1, 1, 1, 1] } });
  const served = files.serve({ systemOf: () => tenant.systemContext(), now: () => clock.now() });
  const put = async (url: string, bytes: Uint8Array) =>
    (
      await served.request(url, {
        method: "PUT",
        body: bytes as BodyInit,
        headers: { "content-type": FILE.contentType },
      })
    ).status;
  const log = async () =>
    (
      await tenant.database.raw<{ type: string }[]>`
        select type from event where organization_id = ${tenant.organizationId} and type like '%document%' order by seq`
    ).map(({ type }) => type);
  const owner = { entity: "driver", id: driver.id } as const;
  return {
    tenant,
    clock,
    projectId,
    context,
    owner,
    van: { entity: "vehicle", id: vehicle.id } as const,
    put,
    log,
    served,
  };
}

test("a paper is uploaded, read, put right, replaced and deleted, and the log says each", async () => {
  const { context, owner, put, log, served } = await house();
  const licence = { owner, kind: "license", file: FILE, number: "B 123", expiresOn: "2026-03-20" } as const;
  const first = await requestFleetDocument(context, licence);
  expect(await listFleetDocuments(context, { owner })).toEqual([]);
  expect(await put(first.url, PDF)).toBe(201);
  expect(await listFleetDocuments(context, { owner })).toMatchObject([
    { id: first.id, kind: "license", number: "B 123", expiresOn: "2026-03-20", standing: "expiring", bytes: 18 },
  ]);
  const { url } = await openFleetDocument(context, { id: first.id });
  const read = await served.request(url);
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(PDF);
  expect(read.headers.get("content-security-policy")).toContain("sandbox");
  await changeFleetDocument(context, { id: first.id, number: "B 124", expiresOn: "2026-03-01" });
  expect(await listFleetDocuments(context, { owner })).toMatchObject([{ number: "B 124", standing: "expired" }]);
  const second = await requestFleetDocument(context, { ...licence, expiresOn: "2031-03-01", replacesId: first.id });
  expect(await listFleetDocuments(context, { owner })).toHaveLength(1);
  await put(second.url, PDF);
  expect(await listFleetDocuments(context, { owner })).toMatchObject([{ id: second.id, standing: "valid" }]);
  await deleteFleetDocument(context, { id: second.id });
  expect(await listFleetDocuments(context, { owner })).toEqual([]);
  await expect(openFleetDocument(context, { id: second.id })).rejects.toMatchObject({ code: "not-found" });
  expect(await log()).toEqual([
    "driver.document-stored",
    "driver.documents-viewed",
    "driver.document-changed",
    "driver.document-stored",
    "driver.document-deleted",
    "driver.document-deleted",
  ]);
});

test("what is no paper is refused: of another type, too large, expired, or of an owner who has none", async () => {
  const { context, owner, van, put, tenant } = await house();
  const ask = { owner, kind: "license", file: FILE } as const;
  const expired = { code: "invalid", details: { reason: "document-expired" } };
  await expect(requestFleetDocument(context, { ...ask, expiresOn: "2026-03-09" })).rejects.toMatchObject(expired);
  await requestFleetDocument(context, { ...ask, expiresOn: "2026-03-10" });
  const large = { contentType: "application/pdf", bytes: 900_000_000 } as const;
  await expect(requestFleetDocument(context, { ...ask, file: large })).rejects.toMatchObject({ code: "invalid" });
  const type = { code: "invalid", details: { reason: "upload-type" } };
  await expect(requestFleetDocument(context, { ...ask, owner: van })).rejects.toMatchObject(type);
  const given = await requestFleetDocument(context, ask);
  expect(await put(given.url, new TextEncoder().encode("<html>no paper</html>"))).toBe(400);
  expect(await listFleetDocuments(context, { owner })).toEqual([]);
  const stranger = (await testTenant({ blobs: files.blobs })).context();
  await expect(requestFleetDocument(stranger, ask)).rejects.toMatchObject({ code: "not-found" });
  const viewer = tenant.context("viewer");
  await expect(listFleetDocuments(viewer, { owner })).rejects.toMatchObject({ code: "forbidden" });
});

test("who has to renew a paper within thirty days is named, by the day that is asked about", async () => {
  const { context, owner, van, projectId, put, tenant } = await house();
  const store = async (request: Parameters<typeof requestFleetDocument>[1]) =>
    put((await requestFleetDocument(context, request)).url, PDF);
  await store({ owner, kind: "license", file: FILE, expiresOn: "2026-04-09" });
  await store({ owner: van, kind: "inspection", file: FILE, expiresOn: "2026-04-10" });
  await store({ owner: van, kind: "other", title: "Crane", file: FILE, expiresOn: null });
  const viewer = tenant.context("viewer");
  expect(await listPapersToRenew(viewer, { projectId })).toEqual([
    {
      entity: "driver",
      id: owner.id,
      papers: [{ kind: "license", title: "", expiresOn: "2026-04-09", standing: "expiring" }],
    },
  ]);
  const later = await listPapersToRenew(viewer, { projectId, date: "2026-04-10" });
  expect(later.map(({ entity, papers }) => `${entity} ${papers[0]?.standing}`)).toEqual([
    "driver expired",
    "vehicle expiring",
  ]);
});

test("a paper cannot take the place of somebody else's", async () => {
  const { context, owner, van, put } = await house();
  const his = await requestFleetDocument(context, { owner, kind: "license", file: FILE });
  await put(his.url, PDF);
  const ask = { owner: van, kind: "inspection", file: FILE, replacesId: his.id } as const;
  await expect(requestFleetDocument(context, ask)).rejects.toMatchObject({ code: "not-found" });
});
