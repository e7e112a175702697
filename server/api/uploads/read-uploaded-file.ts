import "server-only";
import { readBody } from "@/server/api/kernel/read-body";
import { ServiceError } from "@/server/services/kernel/service-error";

const RAW_TYPES = new Set([
  "text/csv",
  "text/plain",
  "text/tab-separated-values",
  "application/csv",
  "application/octet-stream",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]);
/** What a form puts around its file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * The file of an upload: the field `file` of a multipart form, or the body itself, then named by the header
 * `X-File-Name` (percent-encoded). Throws `ServiceError` for a wrong type, no file, or more than `maxBytes`.
 */
export async function readUploadedFile(request: Request, maxBytes: number): Promise<UploadedFile> {
  const contentType = request.headers.get("content-type") ?? "";
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  const isForm = type === "multipart/form-data";
  if (!isForm && !RAW_TYPES.has(type)) {
    throw new ServiceError("invalid", "Send a CSV or XLSX file, as a form's field “file” or as the body itself.", {
      reason: "content_type",
      contentType: type,
    });
  }
  const body = await readBody(request, isForm ? maxBytes + FORM_OVERHEAD_BYTES : maxBytes);
  if (!body.ok) throw tooLarge(maxBytes);
  if (!isForm) return { fileName: headerFileName(request), bytes: body.bytes };
  const file = await readForm(body.bytes, contentType);
  if (!file) throw new ServiceError("invalid", "The form has no file in its field “file”.", { reason: "no_file" });
  if (file.size > maxBytes) throw tooLarge(maxBytes);
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function readForm(bytes: Uint8Array, contentType: string): Promise<File | undefined> {
  try {
    const form = await new Response(bytes as BodyInit, { headers: { "content-type": contentType } }).formData();
    const field = form.get("file");
    return field instanceof File ? field : undefined;
  } catch {
    // Not the form it says it is: the same as a form without a file.
    return undefined;
  }
}

function headerFileName(request: Request): string {
  const header = request.headers.get("x-file-name") ?? "";
  try {
    return decodeURIComponent(header).slice(0, 255);
  } catch {
    return header.slice(0, 255);
  }
}

function tooLarge(maxBytes: number): ServiceError {
  const megabytes = Math.round(maxBytes / 1_000_000);
  const message = `This file has more than ${megabytes} MB, which is the most that can be read. Split it and send the parts.`;
  return new ServiceError("too-large", message, { reason: "too_large", limit: megabytes, maxBytes });
}
