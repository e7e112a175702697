import { describe, expect, test } from "vitest";
import { runBulkJob } from "@/server/jobs/handlers/run-bulk-job";
import { apiClient } from "@/server/testing/api-client";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import { dress, undress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const ndjson = { "content-type": "application/x-ndjson" };
const NOBODY = dress("job", "01980000-0000-8000-8000-000000000001");

/** Lines as a stream that comes in pieces of any length. */
function streamOf(lines: readonly string[], pieceLength = 700): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceLength));
      at += pieceLength;
    },
  });
}

const run = ({ tenant }: Shop, jobId: string) =>
  runBulkJob(
    tenant.systemContext(),
    { organizationId: tenant.organizationId, correlationId: "c", jobId: undress("job", jobId)! },
    new AbortController().signal,
  );
const linesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => JSON.stringify(deliveryRequest({ order_id: String(index) })));

describe("POST /deliveries/bulk", () => {
  test("202: lines that are right go in although others are not, each of which is told with its number", async () => {
    const here = await shop();
    const lines = linesOf(5);
    lines[1] = "{";
    lines[3] = JSON.stringify(deliveryRequest({ priority: "urgent" }));
    const { status, body } = await here.ask("POST", "/deliveries/bulk", {
      body: streamOf([...lines, "", "x".repeat(70_000)]),
      headers: ndjson,
    });
    expect(status).toBe(202);
    expect((await here.ask("GET", `/jobs/${body.job_id}`)).body).toMatchObject({
      status: "queued",
      type: "deliveries",
      total: 6,
      processed: 3,
    });
    expect(here.tenant.jobs.map(({ name }) => name)).toContain("run-bulk-job");
    await run(here, body.job_id);
    const { body: job } = await here.ask("GET", `/jobs/${body.job_id}`);
    expect(job).toMatchObject({
      status: "completed_with_errors",
      processed: 6,
      failed: 3,
      progress_pct: 100,
      result: { created: 3, failed: 3 },
    });
    expect(job.errors.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [2, "malformed"],
      [4, "meaningless"],
      [7, "too_large"],
    ]);
    const { body: list } = await here.ask("GET", "/deliveries");
    expect(list.items.map((each: { order_id: string }) => each.order_id).sort()).toEqual(["0", "2", "4"]);
  });

  test("202: more lines than are held at once, and a job that was killed doubles nothing", async () => {
    const here = await shop();
    const { body } = await here.ask("POST", "/deliveries/bulk", {
      body: streamOf(linesOf(2100), 50_000),
      headers: ndjson,
    });
    const killed = new AbortController();
    const services = here.tenant.systemContext();
    const payload = {
      organizationId: here.tenant.organizationId,
      correlationId: "c",
      jobId: undress("job", body.job_id)!,
    };
    const first = runBulkJob(services, payload, killed.signal);
    killed.abort();
    await expect(first).rejects.toThrow();
    const { body: half } = await here.ask("GET", `/jobs/${body.job_id}`);
    expect(half).toMatchObject({ status: "running", total: 2100, processed: 1000 });
    await Promise.all([run(here, body.job_id), run(here, body.job_id)]);
    const { body: job } = await here.ask("GET", `/jobs/${body.job_id}`);
    expect(job).toMatchObject({ status: "succeeded", processed: 2100, failed: 0, errors: [] });
    const rows = await here.tenant.database.raw`
      select count(*)::int as count from delivery where organization_id = ${here.tenant.organizationId}`;
    expect(rows[0]!.count).toBe(2100);
  });

  test("202 twice, one job: a streamed request is known by its name and its bytes", async () => {
    const here = await shop();
    const headers = { ...ndjson, "idempotency-key": "nightly" };
    const send = (lines: string[]) => here.ask("POST", "/deliveries/bulk", { body: streamOf(lines), headers });
    const first = await send(linesOf(3));
    expect(await send(linesOf(3))).toMatchObject({ status: 202, body: first.body });
    expect((await send(linesOf(4))).status).toBe(409);
    expect(here.tenant.jobs).toHaveLength(1);
  });

  test("202: nothing but errors is a job that has failed, and nothing at all one that has succeeded", async () => {
    const { ask } = await shop();
    const wrong = await ask("POST", "/deliveries/bulk", { body: streamOf(["1", "null"]), headers: ndjson });
    expect((await ask("GET", `/jobs/${wrong.body.job_id}`)).body).toMatchObject({ status: "failed", total: 2 });
    const empty = await ask("POST", "/deliveries/bulk", { body: streamOf(["", " "]), headers: ndjson });
    expect((await ask("GET", `/jobs/${empty.body.job_id}`)).body).toMatchObject({ status: "succeeded", total: 0 });
  });

  test("415, 422: another type, and a pointer to elsewhere", async () => {
    const { ask } = await shop();
    expect((await ask("POST", "/deliveries/bulk", { body: "a", headers: { "content-type": "text/csv" } })).status).toBe(
      415,
    );
    const pointer = await ask("POST", "/deliveries/bulk", { body: { s3_uri: "s3://bucket/file" } });
    expect(pointer.status).toBe(422);
    expect((await ask("POST", "/deliveries/bulk", { body: { s3_uri: 7 } })).status).toBe(400);
  });

  test("202, 422: lines of the installation's own bucket, of the tenant's own folder there, and of nothing else", async () => {
    const blobs = memoryBlobStore("lines");
    const tenant = await testTenant({ blobs });
    await testProject(tenant);
    const { ask } = await apiClient(lastmile, tenant);
    const folder = `${tenant.organizationId}/imports`;
    const text = new TextEncoder().encode(linesOf(3).join("\n"));
    for (const key of [`${folder}/day.ndjson`, "other/imports/day.ndjson", `${tenant.organizationId}/proofs/x`]) {
      await blobs.put(key, text);
    }
    const point = (uri: string) => ask("POST", "/deliveries/bulk", { body: { s3_uri: uri } });
    const { status, body } = await point(`s3://lines/${folder}/day.ndjson`);
    expect(status).toBe(202);
    expect((await ask("GET", `/jobs/${body.job_id}`)).body).toMatchObject({ status: "queued", total: 3 });
    for (const uri of [
      `s3://elsewhere/${folder}/day.ndjson`,
      "s3://lines/other/imports/day.ndjson",
      `s3://lines/${tenant.organizationId}/proofs/x`,
      `s3://lines/${folder}/../proofs/x`,
      `s3://lines/${folder}/nothing`,
      "https://evil.example/day.ndjson",
      "s3://169.254.169.254/latest/meta-data",
      "file:///etc/passwd",
      "",
    ]) {
      expect((await point(uri)).status, uri).toBe(422);
    }
  });
});

describe("GET /jobs/{jobId}", () => {
  test("404: unknown, another tenant's, no id", async () => {
    const [mine, theirs] = [await shop(), await shop()];
    const { body } = await theirs.ask("POST", "/deliveries/bulk", { body: streamOf(linesOf(1)), headers: ndjson });
    for (const id of [NOBODY, body.job_id, "x"]) expect((await mine.ask("GET", `/jobs/${id}`)).status).toBe(404);
  });
});

describe("POST /jobs/{jobId}/cancel", () => {
  test("200: it goes no further, and asking again changes nothing", async () => {
    const here = await shop();
    const { body } = await here.ask("POST", "/deliveries/bulk", { body: streamOf(linesOf(3)), headers: ndjson });
    const path = `/jobs/${body.job_id}/cancel`;
    expect((await here.ask("POST", path)).body).toMatchObject({ status: "cancelled", processed: 0, total: 3 });
    expect((await here.ask("POST", path)).status).toBe(200);
    await run(here, body.job_id);
    expect((await here.ask("GET", "/deliveries")).body.items).toEqual([]);
  });

  test("404, 409: unknown, and one that has ended", async () => {
    const here = await shop();
    expect((await here.ask("POST", `/jobs/${NOBODY}/cancel`)).status).toBe(404);
    const { body } = await here.ask("POST", "/deliveries/bulk", { body: streamOf(linesOf(1)), headers: ndjson });
    await run(here, body.job_id);
    expect((await here.ask("POST", `/jobs/${body.job_id}/cancel`)).status).toBe(409);
  });
});
