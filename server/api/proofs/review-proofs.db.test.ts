import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideReviews } from "@/server/services/proof/decide-reviews";
import { listReviews } from "@/server/services/proof/list-reviews";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { drivenDay } from "@/server/testing/driven-day";
import { evidenceDay, sha256 } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";
import { createProofApp } from "./proof-app";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "proofs-"));
});
afterAll(() => rm(parent, { recursive: true }));

test("is announced, sent, kept without what the camera wrote into it, reviewed and exported; the log says so", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture({ camera: { lat: 55.68, lng: 12.56, at: "2026:06:10 09:00:00" } });
  const proof = s.announced(bytes);
  const first = await s.announce([proof]);
  expect(first.uploads[0]).toMatchObject({ proofId: proof.proofId, status: "upload", method: "PUT" });
  expect((await s.put(first.uploads[0]!.url!, bytes)).status).toBe(201);
  expect((await s.put(first.uploads[0]!.url!, bytes)).status).toBe(200);
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "quarantined" });
  await s.runJobs();
  const row = await s.proofRow(proof.proofId);
  expect(row).toMatchObject({ status: "verified", sha256: sha256(bytes), width_pixels: 640 });
  expect(row.clean_sha256).not.toBe(row.sha256);
  expect(await s.filesThere()).toBe(2);
  const opId = await s.complete([proof.proofId]);
  const [line] = await listReviews(s.desk(), { projectId: s.day.scenario.projectId, date: s.day.scenario.date });
  expect(line).toMatchObject({ ...s.key, opId, pictures: 1, state: "pending", flags: ["far-from-address"] });

  const { pictures } = await viewProofs(s.desk(), s.key);
  const shown = await s.getFile(pictures[0]!.url);
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  const clean = new Uint8Array(await shown.arrayBuffer());
  expect(sha256(clean)).toBe(row.clean_sha256);
  expect((await sharp(clean).metadata()).exif).toBeUndefined();
  expect((await s.getFile(pictures[0]!.thumbnailUrl)).headers.get("content-type")).toBe("image/webp");

  const decision = { ...s.key, opId, state: "flagged" as const, note: "Whose door is this?" };
  const { before } = await decideReviews(s.desk("reviewer"), { decisions: [decision] });
  expect((await readEvidence(s.desk(), s.key)).evidence.review).toMatchObject({
    state: "flagged",
    note: decision.note,
  });
  await decideReviews(s.desk(), { decisions: before });
  expect((await readEvidence(s.desk(), s.key)).evidence.review.state).toBe("pending");

  const api = createProofApp({ resolve: async () => s.desk() });
  const bundle = await api.request(`/api/proofs/bundle?stop=${s.key.routeId}.${s.key.visitId}&language=es`);
  const unpacked = unzipSync(new Uint8Array(await bundle.arrayBuffer()));
  const manifest = JSON.parse(new TextDecoder().decode(unpacked["manifest.json"]));
  expect(manifest.files).toHaveLength(2);
  for (const { path, sha256: hash } of manifest.files) expect(sha256(unpacked[path]!)).toBe(hash);
  expect(manifest.stops[0].proofs[0]).toMatchObject({ sentSha256: sha256(bytes), keptSha256: row.clean_sha256 });
  expect(new TextDecoder("latin1").decode(unpacked["evidence.pdf"]!.slice(0, 5))).toBe("%PDF-");
  expect(await s.eventTypes()).toEqual([
    "proof.uploaded",
    "proof.verified",
    "proof.viewed",
    "proof.reviewed",
    "proof.reviewed",
    "proof.exported",
  ]);
});

test("a decision is not one on what the driver says afterwards", async () => {
  const s = await evidenceDay({ parent });
  const opId = await s.complete([]);
  await decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved" }] });
  s.day.clock.advanceSeconds(60);
  await s.complete([], { outcome: "failed", reason: "refused" });
  expect((await readEvidence(s.desk(), s.key)).evidence.review.state).toBe("pending");
  await expect(decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved" }] })).rejects.toMatchObject({
    code: "stale",
    details: { reason: "proof-changed" },
  });
});

test("looks and decisions of those who may not, or at another organization's stops", async () => {
  const s = await evidenceDay({ parent });
  const opId = await s.complete([]);
  const decisions = [{ ...s.key, opId, state: "approved" as const }];
  await expect(viewProofs(s.desk("viewer"), s.key)).rejects.toMatchObject({ code: "forbidden" });
  await expect(decideReviews(s.desk("viewer"), { decisions })).rejects.toMatchObject({ code: "forbidden" });
  const foreign = await drivenDay([[0]]);
  await expect(decideReviews(foreign.scenario.context(), { decisions })).rejects.toMatchObject({ code: "not-found" });
  await expect(readEvidence(foreign.scenario.context(), s.key)).rejects.toMatchObject({ code: "not-found" });
  const api = createProofApp({ resolve: async () => null });
  expect((await api.request("/api/proofs/bundle")).status).toBe(401);
});
