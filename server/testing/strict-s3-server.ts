import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StrictS3Server {
  readonly endpoint: string;
  close(): Promise<void>;
}

export const STRICT_S3_KEYS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "a secret of the tests" } as const;

/**
 * The part of S3 a blob store needs, on loopback: one bucket of objects in memory. It works out every signature by itself,
 * from what Amazon has published, and refuses what it does not sign alike, what came late, and bodies whose length or
 * checksum is not the one signed.
 */
export async function startStrictS3Server(): Promise<StrictS3Server> {
  const objects = new Map<string, { readonly body: Buffer; readonly type: string }>();
  const server = createServer((request, response) => void answer(request, response, objects));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

type Objects = Map<string, { readonly body: Buffer; readonly type: string }>;

async function answer(request: IncomingMessage, response: ServerResponse, objects: Objects): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = new URL(request.url!, `http://${request.headers.host}`);
  const end = (status: number, text: Buffer | string = "", type = "application/xml") =>
    response.writeHead(status, { "content-type": type }).end(request.method === "HEAD" ? undefined : text);
  const fault = faultOf(request, url);
  if (fault) return void end(403, `<Error><Code>${fault}</Code></Error>`);
  const checksum = request.headers["x-amz-checksum-sha256"];
  if (checksum !== undefined && checksum !== createHash("sha256").update(body).digest("base64")) {
    return void end(400, "<Error><Code>BadDigest</Code></Error>");
  }
  if (!isSignedPayload(request, body)) {
    return void end(400, "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>");
  }
  if (!url.pathname.startsWith("/proofs/")) return void end(404, "<Error><Code>NoSuchBucket</Code></Error>");
  const known = objects.get(url.pathname);
  if (request.method === "PUT") {
    objects.set(url.pathname, { body, type: request.headers["content-type"] ?? "binary/octet-stream" });
    return void end(200);
  }
  if (request.method === "DELETE") {
    objects.delete(url.pathname);
    return void end(204);
  }
  if (!known) return void end(404, "<Error><Code>NoSuchKey</Code></Error>");
  const type = url.searchParams.get("response-content-type") ?? known.type;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  if (from === undefined) return void end(200, known.body, type);
  if (Number(from) >= known.body.length) return void end(416, "<Error><Code>InvalidRange</Code></Error>");
  const last = Math.min(to ? Number(to) : Infinity, known.body.length - 1);
  response.setHeader("content-range", `bytes ${from}-${last}/${known.body.length}`);
  end(206, known.body.subarray(Number(from), last + 1), type);
}

/** What a request says of its whole body, where it is signed by its headers. */
function isSignedPayload({ headers }: IncomingMessage, body: Buffer): boolean {
  const hash = headers["x-amz-content-sha256"];
  return hash === undefined || hash === "UNSIGNED-PAYLOAD" || hash === createHash("sha256").update(body).digest("hex");
}

function faultOf(request: IncomingMessage, url: URL): string | null {
  const inQuery = url.searchParams.get("X-Amz-Algorithm") === "AWS4-HMAC-SHA256";
  const parts = inQuery ? queryParts(url) : headerParts(request);
  if (!parts) return "AccessDenied";
  const { credential, signedHeaders, signature, date, expires } = parts;
  const [keyId, day, region, service] = credential.split("/");
  if (keyId !== STRICT_S3_KEYS.accessKeyId) return "InvalidAccessKeyId";
  const sentAtMs = Date.parse(date.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, "$1-$2-$3T$4:$5:$6Z"));
  if (Math.abs(Date.now() - sentAtMs) > expires * 1000 && Date.now() > sentAtMs) return "AccessDenied";
  const headers = signedHeaders.split(";").map((name) => [name, String(request.headers[name] ?? "").trim()] as const);
  const expected = signatureV4({
    method: request.method!,
    path: url.pathname,
    query: [...url.searchParams].filter(([name]) => name !== "X-Amz-Signature"),
    headers,
    payloadHash: inQuery ? "UNSIGNED-PAYLOAD" : String(request.headers["x-amz-content-sha256"]),
    date,
    scope: [day!, region!, service!],
    secretAccessKey: STRICT_S3_KEYS.secretAccessKey,
  });
  return expected === signature ? null : "SignatureDoesNotMatch";
}

function queryParts({ searchParams }: URL) {
  const of = (name: string) => searchParams.get(`X-Amz-${name}`) ?? "";
  return {
    credential: of("Credential"),
    signedHeaders: of("SignedHeaders"),
    signature: of("Signature"),
    date: of("Date"),
    expires: Number(of("Expires")),
  };
}

function headerParts({ headers }: IncomingMessage) {
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    headers.authorization ?? "",
  );
  if (!match) return null;
  const [, credential = "", signedHeaders = "", signature = ""] = match;
  return { credential, signedHeaders, signature, date: String(headers["x-amz-date"]), expires: 900 };
}

export interface ToSign {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: readonly (readonly [string, string])[];
  readonly payloadHash: string;
  readonly date: string;
  readonly scope: readonly [day: string, region: string, service: string];
  readonly secretAccessKey: string;
}

/** Amazon's Signature Version 4 of a request, hex. */
export function signatureV4({
  method,
  path,
  query,
  headers,
  payloadHash,
  date,
  scope,
  secretAccessKey,
}: ToSign): string {
  const quoted = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const canonicalQuery = query.map(([name, value]) => `${quoted(name)}=${quoted(value)}`).sort();
  const canonical = [
    method,
    path,
    canonicalQuery.join("&"),
    ...headers.map(([name, value]) => `${name}:${value}`),
    "",
    headers.map(([name]) => name).join(";"),
    payloadHash,
  ].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const terms = [...scope, "aws4_request"];
  const key = terms.reduce<Buffer | string>(
    (secret, term) => createHmac("sha256", secret).update(term).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac("sha256", key)
    .update(`AWS4-HMAC-SHA256\n${date}\n${terms.join("/")}\n${hash}`)
    .digest("hex");
}
