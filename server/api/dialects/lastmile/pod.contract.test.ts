import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "@/server/testing/api-client";
import { sha256 } from "@/server/testing/evidence-day";
import { makePicture } from "@/server/testing/make-picture";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { type PodShop, podShop } from "./testing/pod-shop";
import { shop } from "./testing/shop";

const NOTHING = "000000000000000000000001";
let s: PodShop;
let picture: Uint8Array;
let jpeg: Uint8Array;

beforeAll(async () => {
  [s, picture, jpeg] = await Promise.all([
    podShop(),
    makePicture({ type: "image/png", widthPixels: 80 }),
    makePicture({ widthPixels: 80 }),
  ]);
});
afterAll(() => rm(s.folder, { recursive: true }));

const facts = (bytes: Uint8Array) => ({ sha256: sha256(bytes), size: bytes.byteLength });
const variant = (seed: number) => {
  const bytes = new Uint8Array([...picture, seed]);
  return bytes;
};

async function sent(stop = s.stops[2]!, bytes = picture) {
  const upload = await s.announce(stop);
  expect(await s.put(upload.upload_url, bytes)).toBe(201);
  return upload.asset_url;
}

const driverToken = async (index: number) =>
  (await s.ask("POST", `/drivers/${s.drivers[index]}/impersonate-token`, { body: {} })).body.token as string;

describe("POST /pod/request-upload", () => {
  test("201: an address per file, good without a token, for one file of what was announced", async () => {
    const [stop] = s.stops;
    const files = [
      { kind: "signature", content_type: "image/png", ...facts(picture) },
      { kind: "document", content_type: "application/pdf" },
    ];
    const { status, body } = await s.ask("POST", "/pod/request-upload", { body: { ...stop, files } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...stop, uploads: [{ method: "PUT", kind: "signature" }, { kind: "document" }] });
    const [{ upload_url: url, headers, expires_at: until }, document] = body.uploads;
    expect(url).toMatch(/^http:\/\/dray\.test\/api\/blobs\//);
    expect(headers).toEqual({ "content-type": "image/png" });
    expect(Date.parse(until)).toBeGreaterThan(Date.now());
    expect(await s.put(url, jpeg)).toBe(400);
    expect(await s.put(url, variant(1))).toBe(400);
    expect(await s.put(url, picture, { "content-type": "text/html" })).toBe(400);
    expect(await s.put(url, picture)).toBe(201);
    expect(await s.put(url, picture)).toBe(409);
    const paper = new TextEncoder().encode("%PDF-1.7 a paper");
    const pdf = { "content-type": "application/pdf" };
    expect(await s.put(document.upload_url, new TextEncoder().encode("<html>"), pdf)).toBe(400);
    expect(await s.put(document.upload_url, new Uint8Array(10_000_001), pdf)).toBe(400);
    expect(await s.put(document.upload_url, paper, { ...pdf, "content-length": "5000" })).toBe(400);
    s.later(16 * 60_000);
    expect(await s.put(document.upload_url, paper, pdf)).toBe(403);
    s.later(0);
    expect(await s.put(document.upload_url, paper, pdf)).toBe(201);
    expect(await s.put(`${document.upload_url}x`, paper, pdf)).toBe(403);
  });

  test("400, 404, 422: nothing asked for, foreign deliveries, stops of others, types that are none", async () => {
    const [one, two] = s.stops;
    const files = [{ kind: "photo", content_type: "image/png" }];
    const status = async (body: unknown) => (await s.ask("POST", "/pod/request-upload", { body })).status;
    expect(await status({ ...one })).toBe(400);
    expect(await status({ ...one, files: [] })).toBe(422);
    expect(await status({ ...one, files: [{ kind: "photo", content_type: "text/html" }] })).toBe(422);
    expect(await status({ ...one, files: [{ kind: "photo", content_type: "application/pdf" }] })).toBe(422);
    expect(await status({ ...one, files: [{ kind: "video", content_type: "image/png" }] })).toBe(422);
    expect(await status({ ...one, files: [{ ...files[0], size: 10_000_001 }] })).toBe(422);
    expect(await status({ delivery_id: one!.delivery_id, stop_id: two!.stop_id, files })).toBe(404);
    expect(await status({ delivery_id: `dlv_${NOTHING}`, files })).toBe(404);
    const { ask } = await shop();
    expect((await ask("POST", "/pod/request-upload", { body: { ...one, files } })).status).toBe(404);
  });

  test("201, 404: a driver's token, for his own stops; 403: a key that may only read", async () => {
    const token = await driverToken(1);
    const files = [{ kind: "photo", content_type: "image/png" }];
    const status = async (stop: unknown) =>
      (await s.ask("POST", "/pod/request-upload", { body: { ...(stop as object), files }, token })).status;
    expect(await status(s.stops[1])).toBe(201);
    expect(await status(s.stops[0])).toBe(404);
    expect(await status(s.stops[2])).toBe(404);
    const reader = await apiClient(lastmile, s.tenant, { scopes: ["proofs:read"] });
    expect((await reader.ask("POST", "/pod/request-upload", { body: { ...s.stops[1], files } })).status).toBe(403);
  });
});

describe("POST /pod", () => {
  test("201, 200: every file with the hash and size of what is stored; a replay is the same POD, more is added", async () => {
    const [stop] = s.stops;
    const [first, second] = [variant(10), variant(11)];
    const [signature, photo] = [await sent(stop, first), await sent(stop, second)];
    const at = "2026-06-10T07:20:00.000Z";
    const request = { ...stop, signature_url: signature, photos: [photo], notes: "At the door", delivered_at: at };
    const made = await s.ask("POST", "/pod", { body: request });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...stop,
      pod_id: stop!.stop_id.replace("stp_", "pod_"),
      driver_id: s.drivers[0],
      notes: "At the door",
      signature: { ...facts(first), content_type: "image/png", recognized: true },
      photos: [facts(second)],
      size: first.byteLength + second.byteLength,
      sha256: sha256(
        new TextEncoder().encode(
          `signature ${sha256(first)} ${first.byteLength}\nphoto ${sha256(second)} ${second.byteLength}\n`,
        ),
      ),
    });
    expect(Date.parse(made.body.delivered_at)).toBe(Date.parse(at));
    const again = await s.ask("POST", "/pod", { body: { ...request, notes: "Something else" } });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ pod_id: made.body.pod_id, notes: "At the door", sha256: made.body.sha256 });
    const third = await sent(stop, variant(12));
    const more = await s.ask("POST", "/pod", { body: { ...stop, photos: [{ url: third }] } });
    expect(more.status).toBe(200);
    expect(more.body.assets).toHaveLength(3);
    const { jobs } = s.tenant;
    expect(jobs.filter(({ name }) => name === "verify-proof")).toHaveLength(3);
  });

  test("201: a signature sent along is stored and hashed alike, and once however often it comes", async () => {
    const stop = s.stops[1]!;
    const base64 = Buffer.from(variant(20)).toString("base64");
    const { status, body } = await s.ask("POST", "/pod", { body: { ...stop, signature: { base64 } } });
    expect(status).toBe(201);
    expect(body.signature).toMatchObject({ ...facts(variant(20)), content_type: "image/png" });
    const url = `data:image/png;base64,${base64}`;
    const again = await s.ask("POST", "/pod", { body: { ...stop, signature_url: url } });
    expect(again.body.assets).toEqual([
      { ...body.signature, url: again.body.signature.url, url_expires_at: expect.any(String) },
    ]);
    const read = await s.files.request(again.body.signature.url);
    expect(sha256(new Uint8Array(await read.arrayBuffer()))).toBe(body.signature.sha256);
  });

  test("422: files that never arrived are named, and so are those that are not what was announced", async () => {
    const [, , stop] = s.stops;
    const refused = async (photos: readonly unknown[], over: Record<string, unknown> = {}) => {
      const { status, body } = await s.ask("POST", "/pod", { body: { ...stop, photos, ...over } });
      expect(status).toBe(422);
      return body.error.details.uploads;
    };
    const there = await sent(stop, variant(30));
    const missing = await s.announce(stop!);
    expect(await refused([there, missing.asset_url])).toEqual([{ asset_id: missing.asset_id, fault: "missing" }]);
    const elsewhere = await sent(s.stops[0], variant(31));
    const id = elsewhere.split("/").at(-1);
    expect(await refused([elsewhere])).toEqual([{ asset_id: id, fault: "unknown" }]);
    for (const url of [
      "https://evil.example/a.png",
      "file:///etc/passwd",
      "/v1/lastmile/pod/assets/../../../etc/passwd",
      `ast_${NOTHING}`,
    ]) {
      expect(await refused([url])).toMatchObject([{ fault: "unknown" }]);
    }
    const lying = { base64: Buffer.from(jpeg).toString("base64"), content_type: "image/png" };
    expect(await refused([lying])).toMatchObject([{ fault: "type" }]);
    expect(await refused([{ base64: Buffer.from("<svg onload=alert(1)>").toString("base64") }])).toMatchObject([
      { fault: "type" },
    ]);
    // A bucket takes other bytes than were announced: they are noticed before they count.
    const swapped = await s.announce(stop!, facts(picture));
    const key = `${s.tenant.organizationId}/uploads/incoming/${uuidOf(swapped.asset_id)}`;
    await s.blobs.put(key, new Uint8Array([...picture.slice(0, -1), 7]));
    expect(await refused([swapped.asset_url])).toMatchObject([{ fault: "hash" }]);
    await s.blobs.put(key, picture.slice(0, 40));
    expect(await refused([swapped.asset_url])).toMatchObject([{ fault: "length" }]);
    const future = new Date(Date.now() + 86_400_000).toISOString();
    const late = await s.ask("POST", "/pod", { body: { ...stop, photos: [there], delivered_at: future } });
    expect(late.status).toBe(422);
    expect((await s.ask("GET", `/deliveries/${stop!.delivery_id}/pod`)).status).toBe(404);
  });

  test("400, 404: of another tenant, of a stop that is another delivery's, and not a request", async () => {
    const { ask } = await shop();
    const photos = [await sent(s.stops[2], variant(40))];
    expect((await ask("POST", "/pod", { body: { ...s.stops[2], photos } })).status).toBe(404);
    const mixed = { delivery_id: s.stops[2]!.delivery_id, stop_id: s.stops[0]!.stop_id, photos };
    expect((await s.ask("POST", "/pod", { body: mixed })).status).toBe(404);
    expect((await s.ask("POST", "/pod", { body: { photos } })).status).toBe(400);
    expect((await s.ask("POST", "/pod", { body: { ...s.stops[2] } })).status).toBe(422);
  });

  test("200, 404: a driver registers what is his, and finds nothing else", async () => {
    const token = await driverToken(1);
    const photos = [await sent(s.stops[1], variant(50))];
    const { body, status } = await s.ask("POST", "/pod", { body: { ...s.stops[1], photos }, token });
    expect([status, body.photos[0]]).toMatchObject([200, facts(variant(50))]);
    const foreign = [await sent(s.stops[0], variant(51))];
    expect((await s.ask("POST", "/pod", { body: { ...s.stops[0], photos: foreign }, token })).status).toBe(404);
    expect((await s.ask("GET", `/pod/${body.pod_id}`, { token })).status).toBe(403);
  });
});

describe("GET /pod/{podId}", () => {
  test("200: files can be read for some minutes, and are held against their hashes when asked", async () => {
    const photo = variant(60);
    const { body: made } = await s.ask("POST", "/pod", {
      body: { ...s.stops[2], photos: [await sent(s.stops[2], photo)] },
    });
    const path = `/pod/${made.pod_id}`;
    const { body } = await s.ask("GET", `${path}?verify=true`);
    const asset = body.assets.at(-1);
    expect(asset).toMatchObject({ ...facts(photo), verified: true });
    const read = await s.files.request(asset.url);
    expect(sha256(new Uint8Array(await read.arrayBuffer()))).toBe(asset.sha256);
    s.later(6 * 60_000);
    expect((await s.files.request(asset.url)).status).toBe(403);
    s.later(0);
    const key = `${s.tenant.organizationId}/uploads/${uuidOf(asset.asset_id)}/${asset.sha256}`;
    await s.blobs.put(key, variant(61));
    expect((await s.ask("GET", `${path}?verify=true`)).body.assets.at(-1)).toMatchObject({
      sha256: asset.sha256,
      verified: false,
    });
    expect((await s.ask("GET", path)).body.assets.at(-1).verified).toBeNull();
  });

  test("200: who looked at it, and when, is in the audit trail for good", async () => {
    const pod = s.stops[0]!.stop_id.replace("stp_", "pod_");
    await s.ask("GET", `/pod/${pod}`);
    const { body } = await s.ask("GET", `/audit?action=proof.viewed&entity_id=${pod}`);
    expect(body.items[0]).toMatchObject({
      action: "proof.viewed",
      entity_id: pod,
      actor: { kind: "api", label: "Shop" },
      timestamp: expect.any(String),
      data: { proofIds: expect.any(Array) },
    });
  });

  test("404: unknown, another tenant's, not registered", async () => {
    const { ask } = await shop();
    const pod = s.stops[0]!.stop_id.replace("stp_", "pod_");
    expect((await ask("GET", `/pod/${pod}`)).status).toBe(404);
    for (const id of [`pod_${NOTHING}`, "x", s.stops[0]!.stop_id])
      expect((await s.ask("GET", `/pod/${id}`)).status).toBe(404);
  });
});

describe("GET /deliveries/{deliveryId}/pod", () => {
  test("200: the delivery's, with what every door has; 404: none, another tenant's", async () => {
    const { delivery_id: id } = s.stops[0]!;
    const { status, body } = await s.ask("GET", `/deliveries/${id}/pod`);
    expect([status, body.delivery_id, body.items.length]).toEqual([200, id, 1]);
    expect(body.items[0].sha256).toBe(body.sha256);
    const { ask } = await shop();
    expect((await ask("GET", `/deliveries/${id}/pod`)).status).toBe(404);
    expect((await s.ask("GET", `/deliveries/${dress("delivery", s.tenant.newId())}/pod`)).status).toBe(404);
  });
});

const uuidOf = (id: string) => {
  const hex = id.slice(id.indexOf("_") + 1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8000-8000-${hex.slice(12)}`;
};
