import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { evidenceDay, refusalOf } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "proofs-"));
});
afterAll(() => rm(parent, { recursive: true }));

test("other bytes, another type or length than granted; a grant that is forged, for reading, or old: nothing is kept", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const sameLength = Uint8Array.from(bytes, (byte, index) => (index === 500 ? byte ^ 1 : byte));
  const { uploads } = await s.announce([s.announced(bytes)]);
  const url = uploads[0]!.url!;
  expect(await refusalOf(await s.put(url, sameLength))).toEqual([400, "upload-hash"]);
  expect(await refusalOf(await s.put(url, bytes.slice(0, 100)))).toEqual([400, "upload-length"]);
  const longer = new Uint8Array([...bytes, 0]);
  expect(await refusalOf(await s.put(url, longer, { "content-length": String(bytes.length) }))).toEqual([
    400,
    "upload-length",
  ]);
  expect(await refusalOf(await s.put(url, bytes, { "transfer-encoding": "chunked" }))).toEqual([400, "upload-length"]);
  expect(await refusalOf(await s.put(url, bytes, { "content-type": "text/html" }))).toEqual([400, "upload-type"]);
  const [payload, signature] = url.replace("/api/blobs/", "").split(".") as [string, string];
  const larger = JSON.parse(Buffer.from(payload, "base64url").toString());
  const forged = Buffer.from(JSON.stringify({ ...larger, bytes: larger.bytes + 1 })).toString("base64url");
  for (const bad of [
    `${forged}.${signature}`,
    `${payload}.${signature.slice(1)}`,
    payload,
    "x.y",
    `${payload}.${signature}.z`,
  ]) {
    expect(await refusalOf(await s.put(`/api/blobs/${bad}`, bytes)), bad).toEqual([403, "grant-bad"]);
  }
  expect((await s.getFile(url)).status).toBe(403);
  s.day.clock.advanceSeconds(301);
  expect(await refusalOf(await s.put(url, bytes))).toEqual([403, "grant-expired"]);
  expect(await s.filesThere()).toBe(0);
  expect(await s.eventTypes()).toEqual([]);
});

test("what is no picture, or not the one it says it is, is thrown away when it is looked at; the desk sees why", async () => {
  const s = await evidenceDay({ parent });
  const png = await makePicture({ type: "image/png" });
  const garbage = Uint8Array.from([0xff, 0xd8, 0xff, ...Buffer.from("nothing")]);
  const bomb = new Uint8Array(
    await sharp({ create: { width: 8000, height: 7000, channels: 3, background: "white" } })
      .png()
      .toBuffer(),
  );
  const ids = [
    await s.deliver(new TextEncoder().encode("<svg onload=alert(1)>")),
    await s.deliver(png),
    await s.deliver(garbage),
    await s.deliver(bomb, { contentType: "image/png" }),
  ];
  const rows = await Promise.all(ids.map(s.proofRow));
  expect(rows.map(({ rejection }) => rejection)).toEqual([
    "not-an-image",
    "other-type",
    "unreadable",
    "too-many-pixels",
  ]);
  expect(await s.filesThere()).toBe(0);
  await s.complete(ids);
  const { flags } = await readEvidence(s.desk(), s.key);
  expect(flags).toMatchObject([{ kind: "rejected-file", amount: 4 }]);
  expect((await viewProofs(s.desk(), s.key)).pictures).toEqual([]);
});

test("used a second time, on whatever route, it is kept and flagged", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const first = await s.deliver(bytes, { visitIds: [s.day.scenario.visitIds[2]] }, 1);
  s.day.clock.advanceSeconds(60);
  const second = await s.deliver(bytes);
  expect((await s.proofRow(first)).reuse_of).toBeNull();
  expect((await s.proofRow(second)).reuse_of).toBe(first);
  await s.complete([second]);
  const { flags } = await readEvidence(s.desk(), s.key);
  expect(flags).toEqual([{ kind: "reused-photo", amount: 1, proofIds: [second] }]);
});
