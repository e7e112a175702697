import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { routemate } from "./routemate";
import { office } from "./testing/office";

const run = promisify(execFile);
const hasTool = (name: string) =>
  run("sh", ["-c", `command -v ${name}`]).then(
    () => true,
    () => false,
  );

/** The document's example in bash, with the two things in it that are everybody's own. */
const script = (base: string, id: string, secret: string) => `#!/bin/bash
# RouteMate API Integration Example
API_BASE="${base}"
CLIENT_ID="${id}"
CLIENT_SECRET="${secret}"
# Step 1: Get access token
TOKEN=$(curl -s -X POST "$API_BASE/integration-token" \\
-H "Content-Type: application/json" \\
-d "{
\\"client_id\\": \\"$CLIENT_ID\\",
\\"client_secret\\": \\"$CLIENT_SECRET\\"
}" | jq -r '.access_token')
echo "Access Token: $TOKEN"
# Step 2: Import a job with stops
RESULT=$(curl -s -X POST "$API_BASE/integration-import" \\
-H "Authorization: Bearer $TOKEN" \\
-H "Content-Type: application/json" \\
-H "Idempotency-Key: my-batch-001" \\
-d '{
"external_job_id": "BATCH-001",
"title": "Morning Deliveries",
"driver_email": "driver@example.com",
"scheduled_date": "2026-03-10",
"timezone": "Australia/Brisbane",
"stops": [
{
"external_stop_id": "STOP-1",
"address": "1 George St, Brisbane QLD 4000",
"label": "Customer A",
"parcel_count": 2
},
{
"external_stop_id": "STOP-2",
"address": "100 Queen St, Brisbane QLD 4000",
"label": "Customer B",
"notes": "Leave at reception"
}
]
}')
echo "$RESULT" | jq .
# Step 3: Query job status
JOB_ID=$(echo "$RESULT" | jq -r '.job_id')
curl -s "$API_BASE/integration-jobs?job_id=$JOB_ID" \\
-H "Authorization: Bearer $TOKEN" | jq .
`;

let rm: Awaited<ReturnType<typeof office>>;
let server: Server;
let base: string;
beforeAll(async () => {
  rm = await office();
  const app = createDialectApp(routemate, rm.access);
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${routemate.basePath}`;
});
afterAll(() => server.close().closeAllConnections());

describe("the document's own program", () => {
  test("gets a token, imports a job and asks how it is", async ({ skip }) => {
    for (const tool of ["bash", "curl", "jq"]) if (!(await hasTool(tool))) skip(`there is no ${tool} here`);
    const { client_id, client_secret } = rm.credentials;
    const { stdout } = await run("bash", ["-c", script(base, client_id, client_secret)]);
    expect(stdout).toMatch(/^Access Token: rm_at_/);
    const answers = stdout.slice(stdout.indexOf("\n") + 1).split(/^(?<=\}\n)(?=\{)/m);
    const [imported, job] = answers.map((text) => JSON.parse(text));
    expect(imported).toMatchObject({ external_job_id: "BATCH-001", stops_imported: 2, stops_geocoded: 2 });
    expect(job).toMatchObject({
      job_id: imported.job_id,
      title: "Morning Deliveries",
      status: "assigned",
      scheduled_date: "2026-03-10",
      stop_count: 2,
      status_counts: { pending: 2 },
    });
    expect(job.stops.map((stop: { label: string; notes: string | null }) => [stop.label, stop.notes])).toEqual([
      ["Customer A", null],
      ["Customer B", "Leave at reception"],
    ]);
  });
});
