import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGrantSeal } from "@/server/adapters/blob/blob-grant";
import { createFileBlobStore } from "@/server/adapters/blob/file-blob-store";
import { createGrantedFiles } from "@/server/adapters/blob/granted-files";
import { zipEvidencePress } from "@/server/adapters/evidence/zip-evidence-press";
import { sharpPhotoLab } from "@/server/adapters/photo/sharp-photo-lab";
import { createBlobApp } from "@/server/api/blobs/blob-app";
import { createRunApp } from "@/server/api/run/run-app";
import { resolveDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import type { Role } from "@/server/domain/access/permissions";
import { findProofJob } from "@/server/jobs/handlers/find-proof";
import { verifyProofJob } from "@/server/jobs/handlers/verify-proof";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { resendLink } from "@/server/services/plan/resend-link";
import { decideReviews } from "@/server/services/proof/decide-reviews";
import { listReviews } from "@/server/services/proof/list-reviews";
import { mayReceiveProof } from "@/server/services/proof/may-receive-proof";
import { noteProofReceived } from "@/server/services/proof/note-proof-received";
import { incomingProof } from "@/server/services/proof/proof-keys";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { drivenDay } from "@/server/testing/driven-day";
import { makePicture } from "@/server/testing/make-picture";
import { createProofApp } from "./proof-app";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "proofs-"));
});
afterAll(() => rm(parent, { recursive: true }));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A day of two routes, its drivers' API, the store of files behind it, and a desk. */
async function servedDay() {
  const day = await drivenDay([[0, 1], [2]]);
  const { scenario, clock, links } = day;
  const folder = await mkdtemp(join(parent, "blobs-"));
  const seal = createGrantSeal("a secret of the tests");
  const blobs = createFileBlobStore(folder, seal);
  const ports = { blobs, photos: sharpPhotoLab, evidence: zipEvidencePress };
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const actor = await resolve(scenario.tenant.database, token, clock.now());
    return actor && { ...scenario.context("owner", ports), actor };
  };
  const run = createRunApp({ byLink: by(resolveRouteLink), bySession: by(resolveDriverSession) });
  const system = scenario.tenant.systemContext(ports);
  const files = createBlobApp({
    files: createGrantedFiles(folder, seal),
    now: () => clock.now(),
    mayReceive: (key) => mayReceiveProof(system, incomingProof(key)!),
    received: async (key) => void (await noteProofReceived(system, incomingProof(key)!)),
  });
  const call = async (path: string, token: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await run.request(`/api/run${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as never };
  };
  const tokens = await Promise.all(
    [0, 1].map(async (route) => ((await call("/session", links[route]!, {})).body as { token: string }).token),
  );
  const announced = (bytes: Uint8Array, over: Record<string, unknown> = {}) => ({
    proofId: randomUUID(),
    kind: "photo",
    visitIds: [scenario.visitIds[0]!],
    sha256: sha256(bytes),
    bytes: bytes.byteLength,
    contentType: "image/jpeg",
    takenAt: clock.now().toISOString(),
    ...over,
  });
  const announce = async (proofs: readonly unknown[], route = 0) => {
    const { status, body } = await call("/proofs", tokens[route]!, { proofs });
    return { status, ...(body as { uploads: Record<string, string>[]; error?: { code: string } }) };
  };
  const put = (url: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
    files.request(url, {
      method: "PUT",
      headers: { "content-type": "image/jpeg", "content-length": String(bytes.byteLength), ...headers },
      body: bytes as BodyInit,
    });
  const codeOf = async (response: Response) => {
    const { error } = (await response.json()) as { error?: { details: { reason: string } } };
    return [response.status, error?.details.reason];
  };
  /** Announces, sends and has looked at. */
  const deliver = async (bytes: Uint8Array, over: Record<string, unknown> = {}, route = 0) => {
    const proof = announced(bytes, over);
    const { uploads } = await announce([proof], route);
    const response = await put(uploads[0]!.url!, bytes, { "content-type": String(proof.contentType) });
    expect(response.status).toBe(201);
    await runJobs();
    return proof.proofId;
  };
  const runJobs = async () => {
    const { jobs } = scenario.tenant;
    for (const job of jobs.splice(0)) {
      const work = { "verify-proof": verifyProofJob, "find-proof": findProofJob }[job.name as string];
      await work?.(system, job.payload as { proofId: string }, new AbortController().signal);
    }
  };
  const complete = async (proofIds: readonly string[], over: Record<string, unknown> = {}) => {
    const ops = [
      day.act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered", proofIds, ...over }),
    ];
    const { status } = await call("/ops", tokens[0]!, { deviceNow: clock.now(), ops });
    expect(status).toBe(200);
    return ops[0]!.opId as string;
  };
  return {
    day,
    folder,
    tokens,
    ports,
    desk: (role: Role = "owner") => scenario.context(role, ports),
    key: { routeId: scenario.routeIds[0]!, visitId: scenario.visitIds[0]! },
    announced,
    announce,
    put,
    getFile: (url: string) => files.request(url),
    codeOf,
    deliver,
    runJobs,
    complete,
    call,
    filesThere: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length,
    eventTypes: async () =>
      (await readEventsAfter(scenario.context(), { afterSeq: 0, limit: 1000 })).events
        .map(({ type }) => type)
        .filter((type) => type.startsWith("proof.")),
    proofRow: async (id: string) =>
      (await scenario.tenant.database.raw`select * from proof where id = ${id}`)[0] as Record<string, unknown>,
  };
}

describe("a picture on its way from the phone to the desk", () => {
  test("is announced, sent, kept without what the camera wrote into it, reviewed and exported; the log says so", async () => {
    const s = await servedDay();
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

  test("announced again it gets a new address, or is said to be here; another picture under its name is refused", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const proof = s.announced(bytes);
    const one = await s.announce([proof, proof]);
    s.day.clock.advanceSeconds(1);
    const two = await s.announce([proof]);
    expect(two.uploads[0]!.status).toBe("upload");
    expect(two.uploads[0]!.url).not.toBe(one.uploads[0]!.url);
    await s.put(two.uploads[0]!.url!, bytes);
    expect((await s.announce([proof])).uploads).toEqual([{ proofId: proof.proofId, status: "stored" }]);
    const taken = { proofId: proof.proofId, status: "rejected", reason: "proof-id-taken" };
    expect((await s.announce([{ ...proof, sha256: "0".repeat(64) }])).uploads).toEqual([taken]);
    expect((await s.announce([{ ...proof, visitIds: [s.day.scenario.visitIds[2]] }], 1)).uploads).toEqual([taken]);
  });

  test("bytes that came without our being told are found when it is announced again", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const proof = s.announced(bytes);
    await s.announce([proof]);
    await s.runJobs();
    expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "expected" });
    await s.ports.blobs.put(`${s.day.scenario.tenant.organizationId}/proofs/incoming/${proof.proofId}`, bytes);
    expect((await s.announce([proof])).uploads[0]!.status).toBe("stored");
    await s.runJobs();
    expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "verified" });
  });

  test("bytes in a store that tells nobody are found by looking", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const proof = s.announced(bytes);
    await s.announce([proof]);
    await s.runJobs();
    await s.ports.blobs.put(`${s.day.scenario.tenant.organizationId}/proofs/incoming/${proof.proofId}`, bytes);
    await s.runJobs();
    await s.runJobs();
    expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "verified" });
  });

  test("used a second time, on whatever route, it is kept and flagged", async () => {
    const s = await servedDay();
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

  test("a decision is not one on what the driver says afterwards", async () => {
    const s = await servedDay();
    const opId = await s.complete([]);
    await decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved" }] });
    s.day.clock.advanceSeconds(60);
    await s.complete([], { outcome: "failed", reason: "refused" });
    expect((await readEvidence(s.desk(), s.key)).evidence.review.state).toBe("pending");
    await expect(decideReviews(s.desk(), { decisions: [{ ...s.key, opId, state: "approved" }] })).rejects.toMatchObject(
      { code: "stale", details: { reason: "proof-changed" } },
    );
  });
});

describe("what is not taken", () => {
  test("too large, another type, somebody else's door, more than ten at a door: each answered by itself", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const foreign = await drivenDay([[0]]);
    const { uploads } = await s.announce([
      s.announced(bytes, { bytes: 10_000_001 }),
      s.announced(bytes, { contentType: "image/svg+xml" }),
      s.announced(bytes, { visitIds: [s.day.scenario.visitIds[2]] }),
      s.announced(bytes, { visitIds: [foreign.scenario.visitIds[0]] }),
      ...Array.from({ length: 11 }, () => s.announced(bytes)),
    ]);
    expect(uploads.map(({ status, reason }) => reason ?? status)).toEqual([
      "too-large",
      "content-type",
      "not-on-route",
      "not-on-route",
      ...Array(10).fill("upload"),
      "too-many",
    ]);
  });

  test("400 for what is no announcement; 401 without a session", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    for (const over of [{ sha256: "short" }, { bytes: 0 }, { bytes: 1.5 }, { takenAt: "soon" }, { visitIds: [] }]) {
      expect((await s.announce([s.announced(bytes, over)])).status).toBe(400);
    }
    expect((await s.announce([])).status).toBe(400);
    expect((await s.call("/proofs", "nonsense", { proofs: [s.announced(bytes)] })).status).toBe(401);
  });

  test("other bytes, another type or length than granted; a grant that is forged, for reading, or old: nothing is kept", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const sameLength = Uint8Array.from(bytes, (byte, index) => (index === 500 ? byte ^ 1 : byte));
    const { uploads } = await s.announce([s.announced(bytes)]);
    const url = uploads[0]!.url!;
    expect(await s.codeOf(await s.put(url, sameLength))).toEqual([400, "upload-hash"]);
    expect(await s.codeOf(await s.put(url, bytes.slice(0, 100)))).toEqual([400, "upload-length"]);
    const longer = new Uint8Array([...bytes, 0]);
    expect(await s.codeOf(await s.put(url, longer, { "content-length": String(bytes.length) }))).toEqual([
      400,
      "upload-length",
    ]);
    expect(await s.codeOf(await s.put(url, bytes, { "transfer-encoding": "chunked" }))).toEqual([400, "upload-length"]);
    expect(await s.codeOf(await s.put(url, bytes, { "content-type": "text/html" }))).toEqual([400, "upload-type"]);
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
      expect(await s.codeOf(await s.put(`/api/blobs/${bad}`, bytes)), bad).toEqual([403, "grant-bad"]);
    }
    expect((await s.getFile(url)).status).toBe(403);
    s.day.clock.advanceSeconds(301);
    expect(await s.codeOf(await s.put(url, bytes))).toEqual([403, "grant-expired"]);
    expect(await s.filesThere()).toBe(0);
    expect(await s.eventTypes()).toEqual([]);
  });

  test("a picture of a driver whose link was withdrawn meanwhile", async () => {
    const s = await servedDay();
    const bytes = await makePicture();
    const { uploads } = await s.announce([s.announced(bytes)]);
    const { scenario } = s.day;
    await resendLink(scenario.context(), {
      planId: scenario.planId,
      routeId: scenario.routeIds[0]!,
      mutationId: scenario.mutationId(),
    });
    expect(await s.codeOf(await s.put(uploads[0]!.url!, bytes))).toEqual([401, "link-expired"]);
    expect((await s.announce([s.announced(bytes)])).status).toBe(401);
    expect(await s.filesThere()).toBe(0);
  });

  test("what is no picture, or not the one it says it is, is thrown away when it is looked at; the desk sees why", async () => {
    const s = await servedDay();
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

  test("looks and decisions of those who may not, or at another organization's stops", async () => {
    const s = await servedDay();
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
});
