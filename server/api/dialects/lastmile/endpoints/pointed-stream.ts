import "server-only";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { parsePart } from "@/server/api/kernel/parse-part";
import { openPointedObject } from "@/server/services/bulk/open-pointed-object";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { s3PointerSchema } from "../wire/job";

const MOST_POINTER_BYTES = 10_000;

/** The lines a body points to (`{ "s3_uri": … }`) instead of being them. */
export async function pointedStream(
  services: ServiceContext,
  body: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const { s3_uri: uri } = parsePart(s3PointerSchema, await smallJson(body), "body");
  return openPointedObject(services, uri);
}

async function smallJson(body: ReadableStream<Uint8Array>): Promise<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > MOST_POINTER_BYTES) break;
    }
    if (text.length <= MOST_POINTER_BYTES) return JSON.parse(text + decoder.decode());
  } catch {
    // Said below, as what it is to the sender.
  }
  throw new ApiRefusal("malformed", 'Send lines as application/x-ndjson, or { "s3_uri": "s3://bucket/key" }.');
}
