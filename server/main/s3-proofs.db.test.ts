import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlobStore } from "@/server/ports/blob-store";
import { decideReviews } from "@/server/services/proof/decide-reviews";
import { exportEvidence } from "@/server/services/proof/export-evidence";
import { pictureKey } from "@/server/services/proof/proof-keys";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { evidenceDay, sha256 } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";
import { s3Servers } from "@/server/testing/s3-servers";
import { createBlobs } from "./create-blobs";
import { readEnv } from "./env";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "s3-proofs-"));
});
afterAll(() => rm(parent, { recursive: true }));

/** A foreign server goes by the wall's clock, whatever day it is in the test. */
function signingNow(store: BlobStore): BlobStore {
  return {
    ...store,
    signUpload: (key, terms) => store.signUpload(key, { ...terms, now: new Date() }),
    signDownload: (key, terms) => store.signDownload(key, { ...terms, now: new Date() }),
  };
}

describe.each(s3Servers())("with pictures in a bucket of $name", ({ open, checksBytes }) => {
  let blobs: BlobStore;
  let origin: string | null;
  let close = async () => {};
  beforeAll(async () => {
    const server = await open();
    close = server.close;
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = server.settings;
    const env = readEnv({
      BLOB_S3_ENDPOINT: endpoint,
      BLOB_S3_BUCKET: bucket,
      BLOB_S3_REGION: region,
      BLOB_S3_ACCESS_KEY: accessKeyId,
      BLOB_S3_SECRET_KEY: secretAccessKey,
    });
    const created = createBlobs({ ...env, secret: "a secret of the tests" });
    expect(created.grantedFiles).toBeNull();
    origin = created.blobOrigin;
    blobs = signingNow(created.blobs);
  });
  afterAll(() => close());

  test("one is announced, sent to the bucket, found, looked at, shown, decided on and exported", async () => {
    const s = await evidenceDay({ parent, blobs });
    const bytes = await makePicture({ camera: { lat: 55.68, lng: 12.56, at: "2026:06:10 09:00:00" } });
    const proof = s.announced(bytes);
    const { uploads } = await s.announce([proof]);
    const { url, headers, method } = uploads[0]!;
    expect([new URL(url!).origin, method]).toEqual([origin, "PUT"]);
    expect((await s.put(url!, bytes, headers)).status).toBe(200);
    expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "expected" });
    await s.runJobs();
    expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "quarantined" });
    await s.runJobs();
    const row = await s.proofRow(proof.proofId);
    expect(row).toMatchObject({ status: "verified", sha256: sha256(bytes) });
    expect(await blobs.has(s.incomingKey(proof.proofId))).toBe(false);

    const opId = await s.complete([proof.proofId]);
    const { pictures } = await viewProofs(s.desk(), s.key);
    const [picture, thumbnail] = await Promise.all([fetch(pictures[0]!.url), fetch(pictures[0]!.thumbnailUrl)]);
    expect(sha256(new Uint8Array(await picture.arrayBuffer()))).toBe(row.clean_sha256);
    expect([picture, thumbnail].map(({ headers }) => headers.get("content-type"))).toEqual([
      "image/jpeg",
      "image/webp",
    ]);
    await decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved" }] });
    expect((await readEvidence(s.desk(), s.key)).evidence.review.state).toBe("approved");
    expect((await exportEvidence(s.desk(), { stops: [s.key], language: "en" })).byteLength).toBeGreaterThan(1000);
  });

  test("bytes other than announced are nobody's picture, whoever notices", async () => {
    const s = await evidenceDay({ parent, blobs });
    const bytes = await makePicture();
    const other = await makePicture({ light: 200 });
    const padded = new Uint8Array(bytes.byteLength);
    padded.set(other.slice(0, bytes.byteLength));
    const proof = s.announced(bytes);
    const { uploads } = await s.announce([proof]);
    const { status } = await s.put(uploads[0]!.url!, padded, uploads[0]!.headers);
    expect(status).toBe(checksBytes ? 400 : 200);
    await s.runJobs();
    await s.runJobs();
    expect(await s.proofRow(proof.proofId)).toMatchObject(
      checksBytes ? { status: "expected" } : { status: "rejected", rejection: "wrong-hash" },
    );
    expect(await blobs.has(s.incomingKey(proof.proofId))).toBe(false);
    expect(await blobs.has(pictureKey(s.day.scenario.tenant.organizationId, proof.proofId))).toBe(false);
  });
});
