import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRICT_S3_KEYS, signatureV4, startStrictS3Server } from "@/server/testing/strict-s3-server";
import { createS3BlobStore, type S3Settings } from "./s3-blob-store";

const BYTES = new TextEncoder().encode("a picture, let us say");
const TERMS = {
  contentType: "image/jpeg",
  bytes: BYTES.byteLength,
  sha256: createHash("sha256").update(BYTES).digest("hex"),
  seconds: 300,
};

test("the server of these tests signs as Amazon does: its published example of a signed address", () => {
  const query = {
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request",
    "X-Amz-Date": "20130524T000000Z",
    "X-Amz-Expires": "86400",
    "X-Amz-SignedHeaders": "host",
  };
  const signature = signatureV4({
    method: "GET",
    path: "/test.txt",
    query: Object.entries(query),
    headers: [["host", "examplebucket.s3.amazonaws.com"]],
    payloadHash: "UNSIGNED-PAYLOAD",
    date: "20130524T000000Z",
    scope: ["20130524", "us-east-1", "s3"],
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  });
  expect(signature).toBe("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
});

/** A server of somebody else's with an empty bucket `proofs`, where there is one: `S3_TEST=endpoint,key,secret`. */
const [endpoint, accessKeyId, secretAccessKey] = (process.env.S3_TEST ?? "").split(",");
const elsewhere = endpoint && accessKeyId && secretAccessKey ? { endpoint, accessKeyId, secretAccessKey } : null;
const servers: readonly [
  name: string,
  external: Pick<S3Settings, "endpoint" | "accessKeyId" | "secretAccessKey"> | null,
][] = elsewhere
  ? [
      ["strict", null],
      ["S3_TEST", elsewhere],
    ]
  : [["strict", null]];

describe.each(servers)("a bucket of a server that speaks S3 and checks signatures (%s)", (_name, external) => {
  let close = async () => {};
  let settings: S3Settings;
  beforeAll(async () => {
    const bucket = { bucket: "proofs", region: "us-east-1", pathStyle: true };
    if (external) {
      settings = { ...external, ...bucket };
      return;
    }
    const server = await startStrictS3Server();
    close = server.close;
    settings = { endpoint: server.endpoint, ...STRICT_S3_KEYS, ...bucket };
  });
  afterAll(() => close());

  const now = () => new Date();
  const send = (url: string, headers: Record<string, string>, body: Uint8Array = BYTES) =>
    fetch(url, { method: "PUT", headers, body: body as BodyInit });

  test("gives back what was put, and says what is not there", async () => {
    const store = createS3BlobStore(settings);
    await store.put("org-1/a b/picture", BYTES);
    expect(await store.get("org-1/a b/picture")).toEqual(BYTES);
    expect(await store.has("org-1/a b/picture")).toBe(true);
    await store.delete("org-1/a b/picture");
    await store.delete("org-1/a b/picture");
    expect(await store.get("org-1/a b/picture")).toBeUndefined();
    expect(await store.has("org-1/a b/picture")).toBe(false);
  });

  test("whoever has a signed address sends these bytes, and reads them by another", async () => {
    const store = createS3BlobStore(settings);
    const { url, headers } = await store.signUpload("org-1/one", { ...TERMS, now: now() });
    expect((await send(url, { ...headers })).status).toBe(200);
    expect(await store.get("org-1/one")).toEqual(BYTES);
    const shown = await fetch(
      await store.signDownload("org-1/one", { contentType: "image/jpeg", now: now(), seconds: 300 }),
    );
    expect(shown.status).toBe(200);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(BYTES);
  });

  test("another type, length or hash than signed is refused, and nothing is stored", async () => {
    const store = createS3BlobStore(settings);
    const { url, headers } = await store.signUpload("org-1/two", { ...TERMS, now: now() });
    const otherHash = createHash("sha256").update("other").digest("base64");
    expect((await send(url, { ...headers, "content-type": "text/html" })).status).toBe(403);
    expect((await send(url, { ...headers }, BYTES.slice(1))).status).toBe(403);
    expect((await send(url, { ...headers, "x-amz-checksum-sha256": otherHash })).status).toBe(403);
    expect(await store.has("org-1/two")).toBe(false);
  });

  test("an address is no good for another key, for another verb, with another signature, or after its time", async () => {
    const store = createS3BlobStore(settings);
    const { url, headers } = await store.signUpload("org-1/three", { ...TERMS, now: now() });
    expect((await send(url.replace("three", "four"), { ...headers })).status).toBe(403);
    expect((await fetch(url)).status).toBe(403);
    const forged = url.replace(/X-Amz-Signature=../, "X-Amz-Signature=00");
    expect((await send(forged, { ...headers })).status).toBe(403);
    const old = await store.signUpload("org-1/three", { ...TERMS, now: new Date(Date.now() - 301_000) });
    expect((await send(old.url, { ...old.headers })).status).toBe(403);
    expect(await store.has("org-1/three")).toBe(false);
    expect((await fetch(`${settings.endpoint}/proofs/org-1/one`)).status).toBe(403);
  });

  test("wrong keys throw instead of saying that nothing is there", async () => {
    const store = createS3BlobStore({ ...settings, secretAccessKey: "wrong" });
    await expect(store.get("org-1/one")).rejects.toThrow("403");
  });
  test("bytes whose checksum is not the one signed are refused, and nothing is stored", async () => {
    const store = createS3BlobStore(settings);
    const { url, headers } = await store.signUpload("org-1/five", { ...TERMS, now: now() });
    const other = Uint8Array.from(BYTES, (byte) => byte ^ 1);
    expect((await send(url, { ...headers }, other)).status).toBe(400);
    expect(await store.has("org-1/five")).toBe(false);
  });
});

test("where buckets are host names, the bucket stands before the host", async () => {
  const store = createS3BlobStore({
    endpoint: "https://s3.eu-north-1.amazonaws.com",
    bucket: "proofs",
    region: "eu-north-1",
    accessKeyId: "key",
    secretAccessKey: "secret",
    pathStyle: false,
  });
  const { url } = await store.signUpload("org/one", { ...TERMS, now: new Date("2026-06-10T07:00:00Z") });
  expect(new URL(url).host).toBe("proofs.s3.eu-north-1.amazonaws.com");
  expect(new URL(url).searchParams.get("X-Amz-SignedHeaders")).toBe(
    "content-length;content-type;host;x-amz-checksum-sha256",
  );
  expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("300");
});
