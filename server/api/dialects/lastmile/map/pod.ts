import { z } from "zod";
import { sniffFile } from "@/server/domain/proof/sniff-file";
import {
  MAX_UPLOAD_BYTES,
  type PodFileKind,
  UPLOAD_CONTENT_TYPES,
  type UploadContentType,
} from "@/server/domain/proof/upload";
import { ServiceError } from "@/server/services/kernel/service-error";
import type { registerPod } from "@/server/services/proof/register-pod";
import type { GivenUpload } from "@/server/services/proof/request-uploads";
import type { ShownFile, ShownPod } from "@/server/services/proof/view-pods";
import { dress, undress } from "../ids";
import type { PodAnswer, PodFileRequest, PodRequest } from "../wire/pod";
import { said } from "./door";

type File = Parameters<typeof registerPod>[1]["files"][number];

const faultySchema = z.object({ uploads: z.array(z.object({ id: z.string().nullable(), fault: z.string() })) });
const DATA_URL = /^data:([\w/+.-]+);base64,([A-Za-z0-9+/]+={0,2})$/;

/** How a file is named in this API; nothing is served there. */
export function assetUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/v1/lastmile/pod/assets/${dress("upload", id)}`;
}

/** Inverse of `assetUrl`, whatever host it was said on; undefined for a URL that names none of our files. */
function assetOf(url: string): string | undefined {
  const name = /^(?:https?:\/\/[^/?#\s]+)?\/v1\/lastmile\/pod\/assets\/(\w+)$/.exec(url)?.[1] ?? url;
  return undress("upload", name);
}

/** The files a request names or brings along, with those URLs that name none of ours. */
export function toPodFiles({
  signature_url,
  signature,
  photos,
  documents,
}: Pick<PodRequest, "signature_url" | "signature" | "photos" | "documents">) {
  const sent: (readonly [PodFileKind, PodFileRequest])[] = [
    ...(signature_url ? [["signature", signature_url] as const] : []),
    ...(signature ? [["signature", signature] as const] : []),
    ...photos.map((file) => ["photo", file] as const),
    ...documents.map((file) => ["document", file] as const),
  ];
  const files: File[] = [];
  const strange: string[] = [];
  for (const [kind, file] of sent) {
    const known = toFile(kind, file);
    if (typeof known === "string") strange.push(known);
    else files.push(known);
  }
  return { files, strange };
}

/** Refuses files that are named by what is none of our addresses. */
export function refuseStrange(strange: readonly string[]): void {
  if (strange.length === 0) return;
  const uploads = strange.map((url) => ({ url, fault: "unknown" }));
  const message = `Not given out by us: ${strange.join(", ")}. Name files by their asset_url.`;
  throw new ServiceError("invalid", message, { reason: "upload-missing", uploads });
}

function toFile(kind: PodFileKind, file: PodFileRequest): File | string {
  if (typeof file === "object" && "base64" in file) return toInline(kind, file.base64, file.content_type);
  const url = typeof file === "string" ? file : file.url;
  const [, type, base64] = DATA_URL.exec(url) ?? [];
  if (type && base64) return isType(type) ? toInline(kind, base64, type) : `data:${type}`;
  const uploadId = assetOf(url);
  return uploadId === undefined ? url.slice(0, 200) : { kind, uploadId };
}

function toInline(kind: PodFileKind, base64: string, type: UploadContentType | undefined): File {
  const content = new Uint8Array(Buffer.from(base64, "base64"));
  const sniffed = sniffFile(content);
  return { kind, content, contentType: type ?? (sniffed !== undefined && isType(sniffed) ? sniffed : "image/png") };
}

const isType = (type: string): type is UploadContentType => (UPLOAD_CONTENT_TYPES as readonly string[]).includes(type);

/** An address to send a file to, as this API says it. */
export function fromUpload(
  given: GivenUpload,
  baseUrl: string,
  about: { kind: string; content_type: string; size?: number | undefined },
) {
  return {
    upload_url: new URL(given.url, baseUrl).href,
    method: "PUT" as const,
    headers: { ...given.headers },
    kind: about.kind,
    content_type: about.content_type,
    max_size: about.size ?? MAX_UPLOAD_BYTES,
    expires_at: said(given.expiresAt),
  };
}

/** A refusal of files by the names this API gave them; any other error as it is. */
export function namingAssets(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { success, data } = faultySchema.safeParse(error.details);
  if (!success) return error;
  const names = data.uploads.map(({ id, fault }) => ({ asset_id: id && dress("upload", id), fault }));
  const message = data.uploads.reduce(
    (text, { id }) => (id === null ? text : text.replace(id, dress("upload", id))),
    error.message,
  );
  return new ServiceError(error.code, message, { ...error.details, uploads: names });
}

/** A door's evidence as this API says it. */
export function fromPod(pod: ShownPod, baseUrl: string): PodAnswer {
  const id = dress("proof", pod.visitId);
  const assets = pod.files.map((file) => fromFile(file, pod.urlsExpireAt, baseUrl));
  const of = (kind: PodFileKind) => assets.filter((asset) => asset.kind === kind);
  const signature = of("signature")[0] ?? null;
  return {
    id,
    pod_id: id,
    delivery_id: dress("delivery", pod.deliveryId),
    stop_id: dress("stop", pod.visitId),
    stop_type: pod.role,
    route_id: pod.routeId && dress("route", pod.routeId),
    driver_id: pod.driverId && dress("driver", pod.driverId),
    notes: pod.notes,
    recipient_name: pod.recipientName,
    delivered_at: said(pod.deliveredAt),
    registered_at: pod.registeredAt && said(pod.registeredAt),
    registered_by: pod.registeredBy,
    signature_url: signature?.url ?? null,
    signature,
    photos: of("photo"),
    documents: of("document"),
    assets,
    sha256: pod.sha256,
    size: pod.bytes,
  };
}

function fromFile(file: ShownFile, urlsExpireAt: Date, baseUrl: string): PodAnswer["assets"][number] {
  return {
    asset_id: dress("upload", file.id),
    kind: file.kind,
    url: file.url && new URL(file.url, baseUrl).href,
    url_expires_at: file.url && said(urlsExpireAt),
    content_type: file.contentType,
    sha256: file.sha256,
    size: file.bytes,
    sent_sha256: file.sent?.sha256 ?? null,
    sent_size: file.sent?.bytes ?? null,
    recognized: file.isRecognized,
    verified: file.isIntact,
    stored_at: said(file.storedAt),
    deleted_at: file.clearedAt && said(file.clearedAt),
  };
}
