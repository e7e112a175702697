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

/**
 * Blobs in a bucket of S3 or anything that speaks it. Addresses are signed for the very headers a sender must show: type,
 * length and SHA-256 cannot be others. Throws when the store answers otherwise than expected.
 */
export function createS3BlobStore(settings: S3Settings): BlobStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const call = async (method: string, key: string, body?: Uint8Array) =>
    client.fetch(blobUrl(settings, key), { method, ...(body && { body: body as BodyInit }) });
  const sign = async (method: string, url: URL, now: Date, seconds: number, headers: Record<string, string> = {}) => {
    url.searchParams.set("X-Amz-Expires", String(seconds));
    const datetime = now.toISOString().replace(/[:-]|\.\d{3}/g, "");
    return client.sign(url, { method, headers, aws: { signQuery: true, allHeaders: true, datetime } });
  };
  return {
    async put(key, bytes) {
      await expectStatus(call("PUT", key, bytes), "put", [200]);
    },

    async get(key) {
      const response = await expectStatus(call("GET", key), "get", [200, 404]);
      return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer());
    },

    has: async (key) => (await expectStatus(call("HEAD", key), "head", [200, 404])).status === 200,

    async delete(key) {
      await expectStatus(call("DELETE", key), "delete", [200, 204, 404]);
    },

    async signUpload(key, { contentType, bytes, sha256, now, seconds }) {
      const checksum = Buffer.from(sha256, "hex").toString("base64");
      const headers = { "content-type": contentType, "x-amz-checksum-sha256": checksum };
      const signed = await sign("PUT", blobUrl(settings, key), now, seconds, {
        ...headers,
        "content-length": String(bytes),
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

async function expectStatus(answer: Promise<Response>, what: string, statuses: readonly number[]): Promise<Response> {
  const response = await answer;
  if (statuses.includes(response.status)) return response;
  throw new Error(`the blob store answered ${response.status} to ${what}: ${(await response.text()).slice(0, 200)}`);
}
