import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { previewSwap } from "@/server/services/plan/preview-swap";
import { resendLink } from "@/server/services/plan/resend-link";
import { swapRouteDrivers } from "@/server/services/plan/swap-drivers";
import { drivenDay } from "@/server/testing/driven-day";
import { evidenceDay, refusalOf } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "proofs-"));
});
afterAll(() => rm(parent, { recursive: true }));

test("announced again it gets a new address, or is said to be here; another picture under its name is refused", async () => {
  const s = await evidenceDay({ parent });
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
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const proof = s.announced(bytes);
  await s.announce([proof]);
  await s.runJobs();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "expected" });
  await s.ports.blobs.put(s.incomingKey(proof.proofId), bytes);
  expect((await s.announce([proof])).uploads[0]!.status).toBe("stored");
  await s.runJobs();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "verified" });
});

test("bytes in a store that tells nobody are found by looking", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const proof = s.announced(bytes);
  await s.announce([proof]);
  await s.runJobs();
  await s.ports.blobs.put(s.incomingKey(proof.proofId), bytes);
  await s.runJobs();
  await s.runJobs();
  expect(await s.proofRow(proof.proofId)).toMatchObject({ status: "verified" });
});

test("too large, another type, somebody else's door, more than ten at a door: each answered by itself", async () => {
  const s = await evidenceDay({ parent });
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

test("pictures of a report about the route are of no stop, and forty", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const { uploads } = await s.announce(Array.from({ length: 41 }, () => s.announced(bytes, { visitIds: [] })));
  expect(uploads.map(({ status, reason }) => reason ?? status)).toEqual([...Array(40).fill("upload"), "too-many"]);
  expect((await s.announce([s.announced(bytes)])).uploads).toMatchObject([{ status: "upload" }]);
});

test("400 for what is no announcement; 401 without a session", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  for (const over of [{ sha256: "short" }, { bytes: 0 }, { bytes: 1.5 }, { takenAt: "soon" }, { visitIds: [""] }]) {
    expect((await s.announce([s.announced(bytes, over)])).status).toBe(400);
  }
  expect((await s.announce([])).status).toBe(400);
  expect((await s.call("/proofs", "nonsense", { proofs: [s.announced(bytes)] })).status).toBe(401);
});

test("a picture of a driver whose link was withdrawn meanwhile", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const { uploads } = await s.announce([s.announced(bytes)]);
  const { scenario } = s.day;
  await resendLink(scenario.context(), {
    planId: scenario.planId,
    routeId: scenario.routeIds[0]!,
    mutationId: scenario.mutationId(),
  });
  expect(await refusalOf(await s.put(uploads[0]!.url!, bytes))).toEqual([401, "link-expired"]);
  expect((await s.announce([s.announced(bytes)])).status).toBe(401);
  expect(await s.filesThere()).toBe(0);
});

test("a picture of a driver whose route was given to another meanwhile is taken: it shows what he did until then", async () => {
  const s = await evidenceDay({ parent });
  const bytes = await makePicture();
  const before = s.announced(bytes);
  const { uploads } = await s.announce([before]);
  const { scenario } = s.day;
  const asked = { planId: scenario.planId, routeId: scenario.routeIds[0]!, driverId: scenario.driverIds[1]! };
  const { base } = await previewSwap(scenario.context(), asked);
  const mutationId = scenario.mutationId();
  await swapRouteDrivers(scenario.context(), { ...asked, mutationId, confirmed: [...base] });
  expect((await s.put(uploads[0]!.url!, bytes)).status).toBe(201);
  const late = s.announced(bytes);
  const again = await s.announce([before, late]);
  expect(again.uploads.map(({ status }) => status)).toEqual(["stored", "upload"]);
  expect((await s.put(again.uploads[1]!.url!, bytes)).status).toBe(201);
  expect(await s.proofRow(late.proofId)).toMatchObject({ driver_id: scenario.driverIds[0], status: "quarantined" });
});
