import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { customFieldDefinitionSchema } from "@/server/domain/custom-field/custom-fields";
import { runImportJob } from "@/server/jobs/handlers/run-import";
import { getDelivery } from "@/server/services/order/get-delivery";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { checkedImport, finishImport, jobOf } from "@/server/testing/import-builders";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { findSample } from "@/server/testing/sample-data";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { discardImport } from "./discard-import";
import { exportFaultyRows } from "./export-faulty-rows";
import { fixImportRows } from "./fix-import-rows";
import { getImport } from "./get-import";
import { listImportRows } from "./list-import-rows";
import { listImports } from "./list-imports";
import { receiveOrderFile } from "./receive-order-file";
import { runImport } from "./run-import";
import { setImportMapping } from "./set-import-mapping";
import { skipImportRows } from "./skip-import-rows";

const HEAD = "external_id,name,phone,address,postcode,city,country,time_windows,service_minutes,weight_kg,notes";
const line = (id: string, name = "Ida Holm", rest = "08:00-12:00,5,2,") =>
  `${id},${name},+4533123456,Bredgade ${id.length},1260,København K,DK,${rest}`;
const csv = (...lines: string[]) => [HEAD, ...lines].join("\n");

async function intakeTenant(): Promise<{ tenant: TestTenant; projectId: string }> {
  const tenant = await testTenant({ blobs: memoryBlobStore() });
  return { tenant, projectId: await testProject(tenant) };
}

const countDeliveries = async (tenant: TestTenant, projectId: string) =>
  (await listDeliveries(tenant.context("viewer"), { filter: { projectId }, limit: 1 })).total;

describe("importing orders", () => {
  test("an order's own choice may come again as it is after the field has lost it", async () => {
    const { tenant, projectId } = await intakeTenant();
    const context = tenant.context("dispatcher");
    const goods = (...choices: string[]) =>
      customFieldDefinitionSchema.parse({ name: "goods", kind: "select", choices });
    const change = { projectId, of: "order" } as const;
    const { changedAt } = await saveCustomFields(tenant.context(), {
      ...change,
      fields: [goods("Dry", "Frozen")],
      seenAt: null,
    });
    const file = (...rows: string[]) => ["external_id,name,address,goods", ...rows].join("\n");
    await finishImport(tenant, await checkedImport(tenant, projectId, file("A,Ida,Bredgade 1,Frozen")));
    await saveCustomFields(tenant.context(), { ...change, fields: [goods("Dry", "Cold")], seenAt: changedAt });

    const again = file("A,Ida Holm,Bredgade 1,Frozen", "B,Bo,Bredgade 2,Frozen", "C,Eva,Bredgade 3,Wet");
    const id = await checkedImport(tenant, projectId, again);
    const { rows } = await listImportRows(context, { id, status: "invalid" });
    expect(rows.map(({ rowNumber, errors }) => [rowNumber, errors[0]!.code])).toEqual([
      [3, "not_a_choice"],
      [4, "not_a_choice"],
    ]);
    const fixed = await fixImportRows(context, { id, rows: [{ rowNumber: 3, cells: { 3: "Cold" } }] });
    expect(fixed.counts).toMatchObject({ valid: 2, invalid: 1 });
    const row = { id, rows: [2] };
    await skipImportRows(context, row);
    expect((await skipImportRows(context, { ...row, isSkipped: false })).counts).toMatchObject({
      valid: 2,
      invalid: 1,
    });
    await finishImport(tenant, id);
    const { rows: imported } = await listImportRows(context, { id, status: "imported" });
    const kept = await getDelivery(context, { id: imported[0]!.deliveryId! });
    expect(kept.input).toMatchObject({ customFields: { goods: "Frozen" }, dropoff: { contact: { name: "Ida Holm" } } });
  });

  test("good rows go in although others fail; bad ones are put right in place and follow", async () => {
    const { tenant, projectId } = await intakeTenant();
    const context = tenant.context("dispatcher");
    const file = csv(
      line("A"),
      line("BB"),
      line("CCC", "=cmd()"),
      line("A", "Twice"),
      line("EEEEE", "E", "25:00-26:00,5,2,"),
    );
    const id = await checkedImport(tenant, projectId, file);
    expect(await getImport(context, { id })).toMatchObject({
      status: "checked",
      counts: { total: 5, valid: 2, invalid: 3 },
      guess: { unmapped: [] },
    });
    await finishImport(tenant, id);
    expect(await countDeliveries(tenant, projectId)).toBe(2);
    const { rows } = await listImportRows(context, { id, status: "invalid" });
    expect(rows.map(({ rowNumber, errors }) => [rowNumber, errors.map(({ code }) => code)])).toEqual([
      [4, ["formula"]],
      [5, ["duplicate_id"]],
      [6, ["bad_time"]],
    ]);
    const faulty = await exportFaultyRows(context, { id });
    expect(faulty.csv).toContain("CCC,'=cmd(),+4533123456");
    expect(faulty.csv.split("\r\n")[0]).toBe(`${HEAD},line,error`);

    const fixed = await fixImportRows(context, {
      id,
      rows: [
        { rowNumber: 4, cells: { "1": "Carl" } },
        { rowNumber: 5, cells: { "0": "D" } },
      ],
    });
    expect(fixed).toMatchObject({ counts: { valid: 2, invalid: 1, imported: 2 } });
    expect(fixed.rows.map(({ status, edited }) => [status, edited])).toEqual([
      ["valid", true],
      ["valid", true],
    ]);
    await expect(fixImportRows(context, { id, rows: [{ rowNumber: 2, cells: { "1": "X" } }] })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "imported" },
    });
    await skipImportRows(context, { id, rows: "invalid" });
    await finishImport(tenant, id);
    expect(await countDeliveries(tenant, projectId)).toBe(4);
    const { rows: all } = await listImportRows(context, { id, status: "imported" });
    const delivery = await getDelivery(context, { id: all[0]!.deliveryId! });
    expect(delivery.input).toMatchObject({
      externalId: "A",
      loads: [2000, 0, 1, 0],
      dropoff: { windows: [{ fromSeconds: 28_800, toSeconds: 43_200 }], serviceSeconds: 300 },
    });
    expect(await getImport(context, { id })).toMatchObject({
      status: "imported",
      counts: { imported: 4, skipped: 1 },
      outcomes: { created: 4 },
    });
  });

  test("a fix that makes two numbers one marks the later row, and undoing it clears the mark", async () => {
    const { tenant, projectId } = await intakeTenant();
    const context = tenant.context("dispatcher");
    const id = await checkedImport(tenant, projectId, csv(line("A"), line("B")));
    const clash = await fixImportRows(context, { id, rows: [{ rowNumber: 2, cells: { "0": "B" } }] });
    expect(clash.rows.map(({ rowNumber, status }) => [rowNumber, status])).toEqual([
      [2, "valid"],
      [3, "invalid"],
    ]);
    const undone = await fixImportRows(context, { id, rows: [{ rowNumber: 2, cells: { "0": "A" } }] });
    expect(undone.rows.map(({ status, errors }) => [status, errors])).toEqual([
      ["valid", []],
      ["valid", []],
    ]);
    await fixImportRows(context, { id, rows: [{ rowNumber: 2, cells: { "0": "B" } }] });
    const skipped = await skipImportRows(context, { id, rows: [2] });
    expect(skipped.counts).toMatchObject({ valid: 1, invalid: 0, skipped: 1 });
  });

  test("the same file again changes nothing; an empty cell does not empty what is known", async () => {
    const { tenant, projectId } = await intakeTenant();
    const first = await checkedImport(tenant, projectId, csv(line("A", "Ida", "08:00-12:00,5,2,ring"), line("BB")));
    await finishImport(tenant, first);
    const again = await checkedImport(tenant, projectId, csv(line("A", "Ida", ",,,"), line("BB"), line("CCC")));
    await finishImport(tenant, again);
    expect(await getImport(tenant.context(), { id: again })).toMatchObject({
      isRemembered: true,
      outcomes: { created: 1, updated: 0, unchanged: 2 },
    });
    const replaced = await checkedImport(tenant, projectId, csv(line("A", "Ida", ",,,")), { mode: "replace" });
    await finishImport(tenant, replaced);
    const { rows } = await listDeliveries(tenant.context(), { filter: { projectId, search: "ida" } });
    const [a] = rows.filter(({ externalId }) => externalId === "A");
    expect(a).toMatchObject({ notes: "", windows: [], serviceSeconds: 180 });
    const refused = await checkedImport(tenant, projectId, csv(line("A")), { mode: "create" });
    await finishImport(tenant, refused);
    const { rows: bad } = await listImportRows(tenant.context(), { id: refused });
    expect(bad[0]).toMatchObject({ status: "invalid", errors: [{ field: "external_id" }] });
  });

  test("remembers what the columns meant for files with the same headings", async () => {
    const { tenant, projectId } = await intakeTenant();
    const context = tenant.context("dispatcher");
    const bytes = new TextEncoder().encode("Ref;Wer;Wo\nX1;Ida;Bredgade 1\n");
    const first = await receiveOrderFile(context, { projectId, fileName: "a.csv", bytes });
    expect(first.isRemembered).toBe(false);
    const mapping = { fields: { external_id: 0, name: 1, address: 2 }, custom: {} };
    await setImportMapping(context, { id: first.importId, settings: { mapping, serviceDate: "2026-11-21" } });
    const second = await receiveOrderFile(context, { projectId, fileName: "b.csv", bytes });
    expect(second.isRemembered).toBe(true);
    const { settings } = await getImport(context, { id: second.importId });
    expect(settings).toEqual({ mapping, mode: "merge" });
    expect((await listImports(context, { projectId })).rows.map(({ fileName }) => fileName)).toEqual([
      "b.csv",
      "a.csv",
    ]);
    await discardImport(context, { id: second.importId });
    expect((await listImports(context, { projectId })).rows).toHaveLength(1);
  });

  test("a run that breaks in the middle keeps whole chunks only, and the next one completes it", async () => {
    const { tenant, projectId } = await intakeTenant();
    const lines = Array.from({ length: 2500 }, (_, index) => line(`K-${index}`));
    const id = await checkedImport(tenant, projectId, csv(...lines));
    await runImport(tenant.context(), { id });
    let calls = 0;
    const breaking = tenant.systemContext({
      jobs: {
        enqueue: async () => {
          if (++calls === 2) throw new Error("the power went out");
        },
        enqueueAll: async () => undefined,
      },
    });
    const noSignal = new AbortController().signal;
    await expect(runImportJob(breaking, jobOf(tenant, id), noSignal)).rejects.toThrow("the power went out");
    expect(await countDeliveries(tenant, projectId)).toBe(1000);
    expect(await getImport(tenant.context(), { id })).toMatchObject({
      status: "importing",
      counts: { imported: 1000, valid: 1500 },
      failure: expect.stringContaining("goes on by itself"),
    });
    await expect(runImportJob(tenant.systemContext(), jobOf(tenant, id), AbortSignal.abort())).rejects.toThrow();
    await runImportJob(tenant.systemContext(), jobOf(tenant, id), noSignal);
    await runImportJob(tenant.systemContext(), jobOf(tenant, id), noSignal);
    expect(await countDeliveries(tenant, projectId)).toBe(2500);
    expect(await getImport(tenant.context(), { id })).toMatchObject({ status: "imported", failure: null });
  });

  test("an import that nobody tries any more says so, and can be taken up again or put away", async () => {
    const { tenant, projectId } = await intakeTenant();
    const id = await checkedImport(tenant, projectId, csv(line("G-1")));
    await runImport(tenant.context(), { id });
    const enqueue = async () => {
      throw new Error("the queue is full");
    };
    const breaking = tenant.systemContext({ jobs: { enqueue, enqueueAll: enqueue } });
    const noSignal = new AbortController().signal;
    await expect(runImportJob(breaking, jobOf(tenant, id), noSignal, true)).rejects.toThrow("the queue is full");
    expect(await getImport(tenant.context(), { id })).toMatchObject({
      status: "failed",
      counts: { imported: 0, valid: 1 },
      failure: expect.stringContaining("start it again"),
    });
    await runImport(tenant.context(), { id });
    await runImportJob(breaking, jobOf(tenant, id), noSignal, true).catch(() => undefined);
    await expect(discardImport(tenant.context(), { id })).resolves.toEqual({ id });
  });

  test("unreadable files are refused in words, viewers and other tenants are kept out", async () => {
    const { tenant, projectId } = await intakeTenant();
    const context = tenant.context("dispatcher");
    const send = (bytes: Uint8Array) => receiveOrderFile(context, { projectId, fileName: "x", bytes });
    await expect(send(new Uint8Array())).rejects.toMatchObject({ code: "invalid", details: { reason: "empty" } });
    const binary = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    await expect(send(binary)).rejects.toMatchObject({ code: "invalid" });
    const wide = new TextEncoder().encode(`${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\n1,2\n`);
    await expect(send(wide)).rejects.toMatchObject({ details: { reason: "too_many_columns" } });
    const bytes = new TextEncoder().encode(csv(line("A")));
    await expect(receiveOrderFile(tenant.context("viewer"), { projectId, fileName: "x", bytes })).rejects.toMatchObject(
      { code: "forbidden" },
    );
    const { importId } = await send(bytes);
    const stranger = (await testTenant()).context();
    await expect(getImport(stranger, { id: importId })).rejects.toMatchObject({ code: "not-found" });
    await expect(runImport(context, { id: importId })).rejects.toMatchObject({ code: "conflict" });
  });
});

const files = {
  faulty: findSample("copenhagen", "orders-faulty.csv"),
  large: findSample("copenhagen", "orders-5000.csv"),
};

describe.skipIf(!files.faulty || !files.large)("real files", () => {
  test("every deliberate fault is found, the rest is imported", async () => {
    const { tenant, projectId } = await intakeTenant();
    const id = await checkedImport(tenant, projectId, readFileSync(files.faulty!));
    await finishImport(tenant, id);
    const { counts, issues } = await getImport(tenant.context(), { id });
    process.stdout.write(`orders-faulty.csv: ${JSON.stringify(counts)} ${JSON.stringify(issues)}\n`);
    expect(counts.imported + counts.invalid).toBe(counts.total);
    expect(counts.invalid).toBeGreaterThanOrEqual(18);
    expect(counts.imported).toBeGreaterThanOrEqual(25);
    expect(await countDeliveries(tenant, projectId)).toBe(counts.imported);
    const { csv: faulty } = await exportFaultyRows(tenant.context(), { id });
    expect(faulty).not.toMatch(/(^|,)"?=/m);
  });

  test("5,000 orders by the jobs, then again", async () => {
    const { tenant, projectId } = await intakeTenant();
    const bytes = readFileSync(files.large!);
    const startedAt = performance.now();
    const id = await checkedImport(tenant, projectId, bytes);
    const checkedAt = performance.now();
    await finishImport(tenant, id);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    const endedAt = performance.now();
    process.stdout.write(
      `5,000 orders: received and checked in ${seconds(startedAt, checkedAt)} s, imported in ${seconds(checkedAt, endedAt)} s\n`,
    );
    expect(await countDeliveries(tenant, projectId)).toBe(5000);
    const again = await checkedImport(tenant, projectId, bytes);
    await finishImport(tenant, again);
    expect(await getImport(tenant.context(), { id: again })).toMatchObject({
      isRemembered: true,
      outcomes: { created: 0, updated: 0, unchanged: 5000 },
    });
  });
});
