import { beforeAll, describe, expect, test } from "vitest";
import { runBulkJob } from "@/server/jobs/handlers/run-bulk-job";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { undress } from "./ids";
import { type Shop, shop } from "./testing/shop";

const NORM = { name: "norm", kind: "select" as const, choices: ["Euro 5", "Euro 6"] };
const AXLES = { name: "axles", kind: "number" as const };
const BADGE = { name: "badge", kind: "text" as const, isRequired: true };

let it: Shop;
beforeAll(async () => {
  it = await shop();
  const { tenant, projectId } = it;
  const seen = await saveCustomFields(tenant.context(), {
    projectId,
    of: "vehicle",
    fields: [NORM, AXLES],
    seenAt: null,
  });
  await saveCustomFields(tenant.context(), { projectId, of: "driver", fields: [BADGE], seenAt: seen.changedAt });
});

const faults = ({ status, body }: { status: number; body: { error?: { details?: { issues?: unknown } } } }) => {
  const issues = (body.error?.details?.issues ?? []) as { path: string; message: string }[];
  return [status, ...issues.map(({ path, message }) => `${path} ${message}`)];
};

describe("custom_fields of a vehicle", () => {
  test("201, 200: in the field's own kind; what is not named stays, null empties one", async () => {
    const custom_fields = { norm: "euro 6", axles: "2" };
    const { status, body: made } = await it.ask("POST", "/vehicles", { body: { type: "van", custom_fields } });
    expect([status, made.custom_fields]).toEqual([201, { norm: "Euro 6", axles: 2 }]);
    const path = `/vehicles/${made.id}`;
    const patch = async (sent: object) =>
      (await it.ask("PATCH", path, { body: { custom_fields: sent } })).body.custom_fields;
    expect(await patch({ axles: 3 })).toEqual({ norm: "Euro 6", axles: 3 });
    expect(await patch({ norm: null })).toEqual({ axles: 3 });
    const { body: plain } = await it.ask("PATCH", path, { body: { label: "Van 7" } });
    expect(plain).toMatchObject({ label: "Van 7", custom_fields: { axles: 3 } });
    const { body: list } = await it.ask("GET", "/vehicles");
    expect(list.items[0].custom_fields).toEqual({ axles: 3 });
  });

  test("422: a field nobody has defined, no choice, no number, more than can be counted; 400: no value at all", async () => {
    const send = (custom_fields: unknown) => it.ask("POST", "/vehicles", { body: { type: "van", custom_fields } });
    expect(faults(await send({ wings: 2, norm: "Euro 9", axles: "two" }))).toEqual([
      422,
      "custom_fields.wings is no field of this project",
      "custom_fields.norm must be one of Euro 5, Euro 6",
      "custom_fields.axles must be a number",
    ]);
    expect(faults(await send({ axles: 1e300 }))).toEqual([
      422,
      "custom_fields.axles must have no more than 15 digits before the point and 9 after it",
    ]);
    expect((await send({ norm: "x".repeat(2001) })).status).toBe(422);
    expect((await send({ norm: ["Euro 6"] })).status).toBe(400);
    expect((await send("Euro 6")).status).toBe(400);
  });

  test("200: a choice that was taken away stays with who has it, and is nobody else's", async () => {
    const { body: made } = await it.ask("POST", "/vehicles", {
      body: { type: "van", custom_fields: { norm: "Euro 5" } },
    });
    const { tenant, projectId } = it;
    const [{ seen }] = (await tenant.database.raw`
      select custom_fields_changed_at as seen from project where id = ${projectId}`) as unknown as [{ seen: Date }];
    const fields = [{ ...NORM, choices: ["Euro 6"] }, AXLES];
    await saveCustomFields(tenant.context(), {
      projectId,
      of: "vehicle",
      fields,
      seenAt: new Date(seen).toISOString(),
    });
    const patch = (custom_fields: object) => it.ask("PATCH", `/vehicles/${made.id}`, { body: { custom_fields } });
    expect((await patch({ axles: 4 })).body.custom_fields).toEqual({ norm: "Euro 5", axles: 4 });
    expect((await patch({ norm: "Euro 6" })).body.custom_fields).toEqual({ norm: "Euro 6", axles: 4 });
    expect(faults(await patch({ norm: "Euro 5" }))).toEqual([422, "custom_fields.norm must be one of Euro 6"]);
  });
});

describe("custom_fields of a driver", () => {
  test("201, 422: required once any are said; who says none knows of none", async () => {
    const { status, body } = await it.ask("POST", "/drivers", { body: { name: "Ida", custom_fields: { badge: "7" } } });
    expect([status, body.custom_fields]).toEqual([201, { badge: "7" }]);
    expect((await it.ask("POST", "/drivers", { body: { name: "Bo" } })).body.custom_fields).toEqual({});
    const empty = await it.ask("POST", "/drivers", { body: { name: "Uma", custom_fields: { badge: "" } } });
    expect(faults(empty)).toEqual([422, "custom_fields.badge is required"]);
    const patched = await it.ask("PATCH", `/drivers/${body.id}`, { body: { custom_fields: { badge: null } } });
    expect(faults(patched)).toEqual([422, "custom_fields.badge is required"]);
  });

  test("many at once are judged line by line, in an import and from a partner", async () => {
    const lines = [{ badge: "8" }, { badge: "9", cape: "red" }].map((custom_fields, index) => ({
      external_driver_id: `many-${index}`,
      name: "Per",
      custom_fields,
    }));
    const body = lines.map((line) => JSON.stringify(line)).join("\n");
    const headers = { "content-type": "application/x-ndjson" };
    const { body: accepted } = await it.ask("POST", "/imports?type=drivers", { body, headers });
    const payload = { organizationId: it.tenant.organizationId, correlationId: "c" };
    const jobId = undress("job", accepted.job_id)!;
    await runBulkJob(it.tenant.systemContext(), { ...payload, jobId }, new AbortController().signal);
    const message = "custom_fields.cape: is no field of this project";
    expect((await it.ask("GET", `/jobs/${accepted.job_id}`)).body).toMatchObject({
      result: { created: 1, failed: 1 },
      errors: [{ line: 2, code: "meaningless", message }],
    });
    const { body: partner } = await it.ask("POST", "/partners", { body: { name: "Swift", type: "3pl" } });
    const synced = lines.map((line) => ({ ...line, external_driver_id: `swift-${line.external_driver_id}` }));
    const path = `/partner-api/partners/${partner.id}/driver-sync`;
    expect((await it.ask("POST", path, { body: { drivers: synced } })).body).toMatchObject({
      created: 1,
      failed: 1,
      results: [{ outcome: "created" }, { outcome: "failed", message }],
    });
  });
});
