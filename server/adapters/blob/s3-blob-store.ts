import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { BlobStore } from "@/server/ports/blob-store";

export interface S3Settings {
  /** `https://s3.eu-west-1.amazonaws.com`, or that of any store that speaks the same. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly pathStyle: boolean;
}

/** Longer than ten megabytes take on a bad day: a store that hangs must not hang what asks it. */
const TIMEOUT_MS = 60_000;
/** A stream is read as fast as what it says is stored: millions of lines take minutes. */
const STREAM_TIMEOUT_MS = 30 * 60_000;
/** What is not well for a moment is asked again, for about three seconds in all. */
const RETRIES = 5;

/**
 * Blobs in a bucket of S3 or anything that speaks it. Addresses are signed for the very headers a sender must show: type,
 * length and SHA-256 cannot be others. Whether the bytes have that SHA-256 is looked at by stores that know
 * `x-amz-checksum-sha256`; older ones (OpenStack Swift, Ceph before 19) take any of the right length, so whoever relies on
 * it hashes again. Throws when the store answers otherwise than expected; a bucket that is not there is no empty one.
 */
export function createS3BlobStore(settings: S3Settings): BlobStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  const call = async (method: string, key: string, { body, headers = {} }: Sent = {}) =>
    client.fetch(blobUrl(settings, key), {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { ...headers, ...(body && { "x-amz-content-sha256": createHash("sha256").update(body).digest("hex") }) },
      ...(body && { body: body as BodyInit }),
    });
  const sign = async (method: string, url: URL, now: Date, seconds: number, headers: Record<string, string> = {}) => {
    url.searchParams.set("X-Amz-Expires", String(seconds));
    const datetime = now.toISOString().replace(/[:-]|\.\d{3}/g, "");
    return client.sign(url, { method, headers, aws: { signQuery: true, allHeaders: true, datetime } });
  };
  return {
    bucket: settings.bucket,

    async put(key, bytes) {
      await expectStatus(call("PUT", key, { body: bytes }), "put", [200]);
    },

    async get(key) {
      const response = await readKey(call("GET", key), "get", [200]);
      return response && new Uint8Array(await response.arrayBuffer());
    },

    async open(key) {
      const long = { signal: AbortSignal.timeout(STREAM_TIMEOUT_MS) };
      const response = await readKey(client.fetch(blobUrl(settings, key), long), "open", [200]);
      return response?.body ?? (response && new Blob([]).stream());
    },

    // HEAD answers alike for a key and for a bucket that are not there. 416: the blob is empty.
    async has(key) {
      const response = await readKey(call("GET", key, { headers: { range: "bytes=0-0" } }), "has", [200, 206, 416]);
      await response?.body?.cancel();
      return response !== undefined;
    },

    async delete(key) {
      await expectStatus(call("DELETE", key), "delete", [200, 204, 404]);
    },

    async signUpload(key, { contentType, bytes, sha256, now, seconds }) {
      const headers = {
        "content-type": contentType,
        ...(sha256 !== undefined && { "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64") }),
      };
      const signed = await sign("PUT", blobUrl(settings, key), now, seconds, {
        ...headers,
        ...(bytes !== undefined && { "content-length": String(bytes) }),
      });
      return { url: signed.url, headers };
    },

    async signDownload(key, { contentType, now, seconds }) {
      const url = blobUrl(settings, key);
      url.searchParams.set("response-content-type", contentType);
      return (await sign("GET", url, now, seconds)).url;
    },
  };
}

function blobUrl({ endpoint, bucket, pathStyle }: S3Settings, key: string): URL {
  const url = new URL(endpoint);
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  url.pathname = [...(pathStyle ? [bucket] : []), ...key.split("/")].map(encodeURIComponent).join("/");
  return url;
}

interface Sent {
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Undefined for a key that is not there. */
async function readKey(
  answer: Promise<Response>,
  what: string,
  statuses: readonly number[],
): Promise<Response | undefined> {
  const response = await expectStatus(answer, what, [...statuses, 404]);
  if (response.status !== 404) return response;
  const fault = await response.text();
  if (fault.includes("<Code>NoSuchBucket</Code>")) throw new Error(`the blob store has no such bucket (${what})`);
  return undefined;
}

async function expectStatus(answer: Promise<Response>, what: string, statuses: readonly number[]): Promise<Response> {
  const response = await answer;
  if (statuses.includes(response.status)) return response;
  throw new Error(`the blob store answered ${response.status} to ${what}: ${(await response.text()).slice(0, 200)}`);
}
