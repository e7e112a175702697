import type { S3Settings } from "@/server/adapters/blob/s3-blob-store";
import { STRICT_S3_KEYS, startStrictS3Server } from "./strict-s3-server";

/** A store to prove ours against, with an empty bucket `proofs`. */
export interface S3TestServer {
  readonly name: string;
  /** It compares what comes with the SHA-256 that was signed. */
  readonly checksBytes: boolean;
  open(): Promise<{ readonly settings: S3Settings; close(): Promise<void> }>;
}

const BUCKET = { bucket: "proofs", region: "us-east-1", pathStyle: true } as const;

const strict: S3TestServer = {
  name: "a strict server of our own",
  checksBytes: true,
  async open() {
    const { endpoint, close } = await startStrictS3Server();
    return { settings: { endpoint, ...STRICT_S3_KEYS, ...BUCKET }, close };
  },
};

/**
 * Our own, and the one that `S3_TEST=endpoint,key,secret[,checksums]` names: `npm test` and `npm run test:s3` start
 * OpenStack Swift for it.
 */
export function s3Servers(): readonly S3TestServer[] {
  const [endpoint, accessKeyId, secretAccessKey, checksums] = (process.env.S3_TEST ?? "").split(",");
  if (!endpoint || !accessKeyId || !secretAccessKey) return [strict];
  const settings = { endpoint, accessKeyId, secretAccessKey, ...BUCKET };
  return [
    strict,
    {
      name: `a foreign server (${endpoint})`,
      checksBytes: checksums === "checksums",
      open: async () => ({ settings, close: async () => {} }),
    },
  ];
}

/** Why there is only our own; null when there is another. */
export const whyNoForeignS3 = process.env.S3_TEST
  ? null
  : "S3: no foreign server to prove the store against, skipped because S3_TEST is not set (`npm run test:s3` starts one)";
