import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceDay } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";
import { listExceptions } from "./list-exceptions";
import { listReportedPictures } from "./list-reported-pictures";
import { viewReportedPictures } from "./view-reported-pictures";
import { watchPlan } from "./watch-plan";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "reports-"));
});
afterAll(() => rm(parent, { recursive: true }));

/** A day on which the driver of route 1 has reported something, with these pictures. */
async function reportedDay(proofIds: readonly string[], s: Awaited<ReturnType<typeof evidenceDay>>) {
  const act = s.day.act({ type: "report", kind: "vehicle", note: "A flat tyre", proofIds });
  const { status } = await s.call("/ops", s.tokens[0]!, { deviceNow: s.day.clock.now(), ops: [act] });
  expect(status).toBe(200);
  await watchPlan(s.system, { planId: s.day.scenario.planId });
  const [problem] = (await listExceptions(s.desk(), {})).filter(({ type }) => type === "problem");
  return { exceptionId: problem!.id, opId: act.opId as string };
}

test("a problem's pictures of no stop are shown to the desk, by themselves, and who looked stands in the log", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const shown = await s.deliver(bytes, { visitIds: [] });
  await s.deliver(await makePicture({ type: "image/png" }), { visitIds: [], contentType: "image/png" });
  const key = await reportedDay([shown], s);
  // Announced after it, as phones do: it names the act, and its bytes are still to come.
  const awaited = s.announced(bytes, { visitIds: [], opId: key.opId });
  await s.announce([awaited]);
  expect(await listReportedPictures(s.desk("dispatcher"), key)).toEqual({ proofIds: [shown], awaited: 1 });
  const before = (await s.eventTypes()).length;
  const { pictures } = await viewReportedPictures(s.desk("dispatcher"), key);
  expect(pictures.map(({ proofId }) => proofId)).toEqual([shown]);
  for (const url of [pictures[0]!.url, pictures[0]!.thumbnailUrl]) {
    const response = await s.getFile(url);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
  expect((await s.eventTypes()).slice(before)).toEqual(["proof.viewed"]);
  const [logged] = await s.day.scenario.tenant.database.raw<{ data: unknown }[]>`
    select data from event where type = 'proof.viewed'
      and organization_id = ${s.day.scenario.tenant.organizationId}`;
  expect(logged!.data).toMatchObject({ number: 1, exceptionId: key.exceptionId, proofIds: [shown] });
});

test("one without pictures shows none and logs nothing; another organization's is not there; a viewer may not look", async () => {
  const s = await evidenceDay({ parent });
  const elsewhere = await s.deliver(await makePicture(), { visitIds: [] });
  const key = await reportedDay([], s);
  expect(await listReportedPictures(s.desk(), key)).toEqual({ proofIds: [], awaited: 0 });
  expect(await viewReportedPictures(s.desk(), key)).toEqual({ pictures: [] });
  expect(await s.eventTypes()).not.toContain("proof.viewed");
  await expect(viewReportedPictures(s.desk("viewer"), key)).rejects.toMatchObject({ code: "forbidden" });

  const other = await evidenceDay({ parent });
  const theirs = await reportedDay([await other.deliver(await makePicture(), { visitIds: [] }), elsewhere], other);
  expect((await viewReportedPictures(other.desk(), theirs)).pictures).toHaveLength(1);
  await expect(viewReportedPictures(s.desk(), theirs)).rejects.toMatchObject({ code: "not-found" });
  expect(await listReportedPictures(s.desk(), theirs)).toEqual({ proofIds: [], awaited: 0 });
});
