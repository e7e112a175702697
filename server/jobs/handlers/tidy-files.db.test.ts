import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BlobStore } from "@/server/ports/blob-store";
import { discardImport } from "@/server/services/intake/discard-import";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { foreseeDeletion } from "@/server/services/policy/foresee-deletion";
import { saveRetention } from "@/server/services/policy/save-retention";
import { decideReviews } from "@/server/services/proof/decide-reviews";
import { exportEvidence } from "@/server/services/proof/export-evidence";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { evidenceDay } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";
import { tidyFiles } from "./tidy-files";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "tidy-"));
});
afterAll(() => rm(parent, { recursive: true }));

const DAY = 24 * 3600;

/** A day's evidence, and the job as the system runs it; other tests' organizations have nothing to tidy. */
async function tidied() {
  const s = await evidenceDay({ parent });
  const { organizationId } = s.day.scenario.tenant;
  const systemOf =
    (blobs: BlobStore) =>
    (id: string): ServiceContext => {
      const { actor, ...rest } = s.system;
      return { ...rest, ports: { ...rest.ports, blobs }, actor: { ...actor, organizationId: id } };
    };
  const tidy = (blobs: BlobStore = s.ports.blobs) =>
    tidyFiles(s.day.scenario.tenant.database, systemOf(blobs), new AbortController().signal);
  return { ...s, organizationId, tidy };
}

test("a picture that has not come for a week is lost, and says so", async () => {
  const s = await tidied();
  const bytes = await makePicture();
  const proof = s.announced(bytes);
  await s.announce([proof]);
  await s.complete([proof.proofId]);
  s.day.scenario.tenant.jobs.length = 0;
  s.day.clock.advanceSeconds(6 * DAY);
  await s.tidy();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "expected" });
  s.day.clock.advanceSeconds(DAY + 60);
  await s.tidy();
  await s.tidy();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "lost", sha256: proof.sha256 });
  expect((await s.eventTypes()).filter((type) => type === "proof.lost")).toHaveLength(1);
  const { flags } = await readEvidence(s.desk(), s.key);
  expect(flags).toEqual([{ kind: "lost-file", amount: 1, proofIds: [proof.proofId] }]);
});

test("what was thought lost is welcome when it comes after all", async () => {
  const s = await tidied();
  const bytes = await makePicture();
  const proof = s.announced(bytes);
  await s.announce([proof]);
  const { raw } = s.day.scenario.tenant.database;
  await raw`update proof set status = 'lost', swept_at = now() where id = ${proof.proofId}`;
  const { uploads } = await s.announce([proof]);
  expect(uploads[0]!.status).toBe("upload");
  expect((await s.put(uploads[0]!.url!, bytes)).status).toBe(201);
  await s.runJobs();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "verified", swept_at: null });
});

test("one that is here and nobody was told of is taken in; one whose look never ended is looked at again", async () => {
  const s = await tidied();
  const bytes = await makePicture();
  const [unnoticed, stuck] = [s.announced(bytes), s.announced(bytes)];
  const { uploads } = await s.announce([unnoticed, stuck]);
  await s.put(uploads[1]!.url!, bytes);
  await s.ports.blobs.put(s.incomingKey(unnoticed.proofId), bytes);
  s.day.scenario.tenant.jobs.length = 0;
  const { received_at: receivedAt } = await s.proofRow(stuck.proofId);
  s.day.clock.advanceSeconds(7 * DAY + 60);
  await s.tidy();
  await s.runJobs();
  expect((await s.proofRow(stuck.proofId)).received_at).toEqual(receivedAt);
  for (const { proofId } of [unnoticed, stuck]) {
    expect(await s.proofRow(proofId)).toMatchObject({ status: "verified" });
  }
});

test("nothing is left of the files that decided pictures came in, whoever sent them once more", async () => {
  const s = await tidied();
  const good = await s.deliver(await makePicture());
  const bad = await s.deliver(new TextEncoder().encode("<svg onload=alert(1)>"));
  for (const proofId of [good, bad]) await s.ports.blobs.put(s.incomingKey(proofId), Uint8Array.of(1, 2, 3));
  await s.tidy();
  expect(await s.filesThere()).toBe(4);
  s.day.clock.advanceSeconds(601);
  await s.tidy();
  expect(await s.filesThere()).toBe(2);
  const kept = (await readdir(s.folder, { recursive: true })).filter((path) => /picture|thumbnail/.test(path));
  expect(kept.every((path) => path.includes(good))).toBe(true);
  expect(await s.proofRow(bad)).toMatchObject({ status: "rejected", rejection: "not-an-image" });
});

test("pictures are deleted after the organization's days; hashes and decisions stay, and are all that can be shown", async () => {
  const s = await tidied();
  const proofId = await s.deliver(await makePicture());
  const opId = await s.complete([proofId]);
  await decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved", note: "Seen" }] });
  const before = await s.proofRow(proofId);
  s.day.clock.advanceSeconds(400 * DAY);
  await s.tidy();
  expect(await s.filesThere()).toBe(2);
  const policy = { positionDays: 60, proofDays: 400 };
  await saveRetention(s.desk(), { policy, seenAt: null });
  expect((await foreseeDeletion(s.desk(), policy)).pictures).toBe(0);
  await s.tidy();
  expect(await s.filesThere()).toBe(2);
  s.day.clock.advanceSeconds(2 * DAY);
  expect((await foreseeDeletion(s.desk(), policy)).pictures).toBe(1);
  expect((await foreseeDeletion(s.desk(), { ...policy, proofDays: 730 })).pictures).toBe(0);
  await s.tidy();
  await s.tidy();
  expect(await s.filesThere()).toBe(0);
  expect(await s.proofRow(proofId)).toMatchObject({
    status: "verified",
    sha256: before.sha256,
    clean_sha256: before.clean_sha256,
  });
  expect((await s.eventTypes()).filter((type) => type === "proof.cleared")).toHaveLength(1);
  const { evidence, flags } = await readEvidence(s.desk(), s.key);
  expect(evidence).toMatchObject({ review: { state: "approved", note: "Seen" }, proofs: [{ id: proofId }] });
  expect(evidence.proofs[0]!.clearedAtMs).toBe(s.day.clock.now().getTime());
  expect(flags.map(({ kind }) => kind)).not.toContain("missing-proof");
  expect((await viewProofs(s.desk(), s.key)).pictures).toEqual([]);
  expect((await exportEvidence(s.desk(), { stops: [s.key], language: "en" })).byteLength).toBeGreaterThan(500);
});

test("the files of discarded imports go; those of others stay", async () => {
  const s = await tidied();
  const { projectId } = s.day.scenario;
  const upload = () =>
    receiveOrderFile(s.desk(), {
      projectId,
      fileName: "orders.csv",
      bytes: new TextEncoder().encode("order,name,street\n1,Ann,Gade 1\n"),
    });
  const [kept, discarded] = [await upload(), await upload()];
  await discardImport(s.desk(), { id: discarded.importId });
  await s.tidy();
  await s.tidy();
  expect(await s.filesThere()).toBe(1);
  expect(await s.ports.blobs.has(`${s.organizationId}/imports/${kept.importId}`)).toBe(true);
});

test("a store that fails half-way loses nothing: the next hour goes on, and says before that something is amiss", async () => {
  const s = await tidied();
  const good = await s.deliver(await makePicture());
  await s.ports.blobs.put(s.incomingKey(good), Uint8Array.of(1));
  s.day.clock.advanceSeconds(601);
  const broken = { ...s.ports.blobs, delete: async () => Promise.reject(new Error("the store is away")) };
  await expect(s.tidy(broken)).rejects.toThrow("could not be put in order");
  expect(await s.proofRow(good)).toMatchObject({ swept_at: null });
  await s.tidy();
  expect(await s.filesThere()).toBe(2);
  expect((await s.proofRow(good)).swept_at).not.toBeNull();
});

test("two processes at once do each thing once", async () => {
  const s = await tidied();
  const proofs = [s.announced(Uint8Array.of(1)), s.announced(Uint8Array.of(2))];
  await s.announce(proofs);
  s.day.clock.advanceSeconds(8 * DAY);
  await Promise.all([s.tidy(), s.tidy(), s.tidy()]);
  expect((await s.eventTypes()).filter((type) => type === "proof.lost")).toHaveLength(2);
});
