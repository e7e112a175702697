import "server-only";
import { Hono } from "hono";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import type { GrantedFiles, GrantRefusal } from "@/server/ports/granted-files";
import { ServiceError } from "@/server/services/kernel/service-error";

export interface BlobAppOptions {
  readonly files: GrantedFiles;
  readonly now: () => Date;
  /** Asked before a byte is taken: refuses by throwing, "stored" when there is nothing left to send. */
  readonly mayReceive: (key: string) => Promise<"wanted" | "stored">;
  readonly received: (key: string) => Promise<void>;
}

/** What the answers to a granted GET may do in a browser: be looked at. */
const SHOWN_HEADERS = {
  "content-disposition": "inline",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};

const REFUSALS: Readonly<Record<GrantRefusal, ServiceError>> = {
  "not-a-grant": new ServiceError("forbidden", "This address was not given out by us.", { reason: "grant-bad" }),
  expired: new ServiceError("forbidden", "This address is no longer good. Ask for a new one.", {
    reason: "grant-expired",
  }),
  "content-type": new ServiceError("invalid", "This is not of the type that was announced.", { reason: "upload-type" }),
  length: new ServiceError("invalid", "This has not the length that was announced.", { reason: "upload-length" }),
  hash: new ServiceError("invalid", "These are not the bytes that were announced.", { reason: "upload-hash" }),
};

/** The addresses our own store of files signs: whoever has one may do what it says, for some minutes. */
export function createBlobApp({ files, now, mayReceive, received }: BlobAppOptions): Hono {
  const app = new Hono().basePath("/api/blobs");
  app.put("/:grant", async ({ req }) => {
    const reading = files.read("put", req.param("grant"), now());
    if (!reading.ok) throw REFUSALS[reading.why];
    const { grant } = reading;
    if ((await mayReceive(grant.key)) === "stored") return Response.json({ status: "stored" });
    const refusal = await files.receive(grant, {
      contentType: req.header("content-type") ?? "",
      bytes: announcedBytes(req.header("content-length"), req.header("transfer-encoding")),
      body: req.raw.body,
    });
    if (refusal) throw REFUSALS[refusal];
    await received(grant.key);
    return Response.json({ status: "stored" }, { status: 201 });
  });
  app.get("/:grant", async ({ req }) => {
    const reading = files.read("get", req.param("grant"), now());
    if (!reading.ok) throw REFUSALS[reading.why];
    const bytes = await files.open(reading.grant);
    if (!bytes) throw new ServiceError("not-found", "There is no such proof.", { reason: "no-such", what: "proof" });
    return new Response(bytes as BodyInit, {
      headers: {
        ...SHOWN_HEADERS,
        "content-type": reading.grant.contentType,
        "content-length": String(bytes.byteLength),
        "cache-control": "private, max-age=300, immutable",
      },
    });
  });
  app.onError(refusalResponse);
  return app;
}

function announcedBytes(length: string | undefined, encoding: string | undefined): number | null {
  return length === undefined || encoding !== undefined ? null : Number(length);
}
