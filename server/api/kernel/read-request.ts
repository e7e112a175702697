import "server-only";
import { createHash, type Hash } from "node:crypto";
import { isNestedDeeper } from "@/server/domain/is-nested-deeper";
import { mayBeUnstorable, storableValue } from "@/server/domain/storable-json";
import { ApiRefusal } from "./api-refusal";
import type { Endpoint } from "./endpoint";
import { readBody } from "./read-body";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/;
const FORM_TYPE = "application/x-www-form-urlencoded";

/** A request's body, checked for type and size, with the hash of all that makes it this request and no other. */
export interface ReadRequest {
  readonly mediaType: string;
  /** Of JSON and forms; undefined without a body. */
  readonly raw: unknown;
  /** As it came; empty of a streamed body. */
  readonly bytes: Uint8Array;
  readonly stream: ReadableStream<Uint8Array>;
  /** Hex; of a streamed body, true once it has been read to its end. */
  hash(): string;
}

const EMPTY = () => new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });

/** Of a request that asks only: its body, if it has one, means nothing, and nobody asks which request it was. */
const NOTHING_READ: ReadRequest = {
  mediaType: "",
  raw: undefined,
  bytes: new Uint8Array(),
  stream: EMPTY(),
  hash: () => "",
};

/** Reads what an endpoint takes, or hands it on unread where it takes a stream. Refuses other types, and what is too large. */
export async function readRequest(endpoint: Endpoint, request: Request, maxBytes: number): Promise<ReadRequest> {
  if (endpoint.method === "get") return NOTHING_READ;
  const { pathname, search } = new URL(request.url);
  const hash = createHash("sha256").update(`${request.method} ${pathname}${search}\n`);
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  let hex: string | undefined;
  const digest = () => {
    hex ??= hash.digest("hex");
    return hex;
  };
  if (endpoint.streamed) {
    const { types, maxBytes: most } = endpoint.streamed;
    if (!Object.hasOwn(types, mediaType)) throw wrongType(Object.keys(types), mediaType);
    const stream = measured(request.body ?? EMPTY(), hash, most);
    return { mediaType, raw: undefined, bytes: new Uint8Array(), stream, hash: digest };
  }
  const read = await readBody(request, maxBytes);
  if (!read.ok) throw tooLarge(maxBytes);
  hash.update(read.bytes);
  const base = { mediaType, bytes: read.bytes, stream: EMPTY(), hash: digest };
  if (read.bytes.byteLength === 0) return { ...base, raw: undefined };
  if (!endpoint.body) return { ...base, raw: undefined };
  if (endpoint.isForm && mediaType === FORM_TYPE) {
    return { ...base, raw: Object.fromEntries(new URLSearchParams(new TextDecoder().decode(read.bytes))) };
  }
  if (!endpoint.takesAnyMediaType && !JSON_TYPE.test(mediaType)) {
    throw wrongType(endpoint.isForm ? ["application/json", FORM_TYPE] : ["application/json"], mediaType);
  }
  return { ...base, raw: parseJson(read.bytes) };
}

const MOST_NESTED = 256;

/** A body's value, without what cannot be stored, and no deeper than what reads it can follow. */
function parseJson(bytes: Uint8Array): unknown {
  const value = readJson(bytes);
  if (!isNestedDeeper(value, MOST_NESTED)) return value;
  throw new ApiRefusal("malformed", `The body is nested more than ${MOST_NESTED} deep.`);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(json, mayBeUnstorable(json) ? storableValue : undefined);
  } catch {
    throw new ApiRefusal("malformed", "The body is not JSON in UTF-8.");
  }
}

/** The same bytes, counted and hashed while they pass. */
function measured(body: ReadableStream<Uint8Array>, hash: Hash, maxBytes: number): ReadableStream<Uint8Array> {
  let size = 0;
  const transform = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) return controller.error(tooLarge(maxBytes));
      hash.update(chunk);
      controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(transform);
}

function wrongType(types: readonly string[], given: string): ApiRefusal {
  return new ApiRefusal("media-type", `Send ${types.join(" or ")}.`, { content_type: given, accepted: types });
}

function tooLarge(maxBytes: number): ApiRefusal {
  return new ApiRefusal("too-large", `More than ${maxBytes} bytes cannot be taken at once.`, { max_bytes: maxBytes });
}
