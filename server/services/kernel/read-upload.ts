import "server-only";
import type { OrderFileReader, ReadFile } from "@/server/ports/order-file-reader";
import { ServiceError } from "./service-error";

/** Reads an uploaded file through the port; one that cannot be read is refused with the reader's own words. */
export async function readUpload(
  files: OrderFileReader,
  bytes: Uint8Array,
  options: Parameters<OrderFileReader["read"]>[1] = {},
): Promise<ReadFile> {
  const reading = await files.read(bytes, options);
  if (reading.ok) return reading.file;
  const { message, why } = reading.refusal;
  throw new ServiceError(why.reason.startsWith("too_large") ? "too-large" : "invalid", message, why);
}
