import { z } from "zod";
import { MAX_POD_FILES, MAX_UPLOAD_BYTES, POD_FILE_KINDS, UPLOAD_CONTENT_TYPES } from "@/server/domain/proof/upload";
import { instantSchema } from "./common";

const id = z.string().max(100);
const assetUrl = z.string().trim().min(1).max(2000);
const base64 = z
  .string()
  .min(1)
  .max(4_000_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, { message: "must be base64" });
const contentType = z.enum(UPLOAD_CONTENT_TYPES);

/** What of a file may be said before it is sent; what is said, it is held to. */
export const announcedFields = {
  content_type: contentType,
  size: z.int().min(1).max(MAX_UPLOAD_BYTES).optional().describe("Bytes; where it is said, no other length is taken."),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, { message: "must be 64 hexadecimal digits" })
    .optional()
    .describe("Where it is said, no other bytes are taken."),
};

export const podUploadRequestSchema = z
  .object({
    delivery_id: id,
    stop_id: id.optional().describe("Absent: where the delivery goes."),
    files: z
      .array(z.object({ kind: z.enum(POD_FILE_KINDS), ...announcedFields }))
      .min(1)
      .max(MAX_POD_FILES),
  })
  .meta({ id: "PodUploadRequest" });

export const givenUploadSchema = z
  .object({
    asset_id: z.string(),
    asset_url: z.string().describe("How the file is named in POST /pod."),
    upload_url: z.string().describe("Good for one file; no token is needed there."),
    method: z.literal("PUT"),
    headers: z.record(z.string(), z.string()).describe("To be sent along with the bytes."),
    kind: z.string(),
    content_type: z.string(),
    max_size: z.int(),
    expires_at: z.string(),
  })
  .meta({ id: "Upload" });

export const podUploadsSchema = z
  .object({ delivery_id: z.string(), stop_id: z.string(), uploads: z.array(givenUploadSchema) })
  .meta({ id: "PodUploads" });

const inlineSchema = z.object({ base64, content_type: contentType.optional().describe("Absent: as its bytes say.") });
export const fileSchema = z.union([assetUrl, z.object({ url: assetUrl }), inlineSchema]);

export const podRequestSchema = z
  .object({
    delivery_id: id,
    stop_id: id.optional().describe("Absent: where the delivery goes."),
    signature_url: assetUrl.nullish(),
    signature: fileSchema.nullish().describe("An asset's URL, or the picture itself in base64."),
    photos: z.array(fileSchema).max(MAX_POD_FILES).default([]),
    documents: z.array(fileSchema).max(MAX_POD_FILES).default([]),
    notes: z.string().trim().max(2000).default(""),
    recipient_name: z.string().trim().max(200).default(""),
    delivered_at: instantSchema.optional().describe("Absent: now."),
  })
  .refine(
    ({ signature_url, signature, photos, documents }) =>
      signature_url || signature || photos.length > 0 || documents.length > 0,
    { message: "needs a signature, a photo, or a document" },
  )
  .meta({ id: "PodRequest" });
export type PodRequest = z.output<typeof podRequestSchema>;
export type PodFileRequest = z.output<typeof fileSchema>;

const assetSchema = z
  .object({
    asset_id: z.string(),
    kind: z.string(),
    url: z.string().nullable().describe("Good for some minutes; null once the file is deleted."),
    url_expires_at: z.string().nullable(),
    content_type: z.string(),
    sha256: z.string().describe("Of the stored bytes, as counted and hashed by us; lower-case hex."),
    size: z.int().describe("Bytes stored."),
    sent_sha256: z.string().nullable().describe("Of what a device sent, where only the picture in it is kept."),
    sent_size: z.int().nullable(),
    recognized: z.boolean().describe("Whether its first bytes are those of its type."),
    verified: z.boolean().nullable().describe("With verify=true: whether the stored bytes still have this hash."),
    stored_at: z.string(),
    deleted_at: z.string().nullable(),
  })
  .meta({ id: "PodAsset" });

const podFields = {
  id: z.string(),
  pod_id: z.string(),
  delivery_id: z.string(),
  stop_id: z.string(),
  stop_type: z.enum(["pickup", "dropoff"]),
  route_id: z.string().nullable(),
  driver_id: z.string().nullable(),
  notes: z.string(),
  recipient_name: z.string(),
  delivered_at: z.string(),
  registered_at: z.string().nullable().describe("Null: put down by its driver on his own page."),
  registered_by: z.string(),
  signature_url: z.string().nullable(),
  signature: assetSchema.nullable(),
  photos: z.array(assetSchema),
  documents: z.array(assetSchema),
  assets: z.array(assetSchema).describe("All of them, in their order."),
  sha256: z.string().describe("Of the lines `kind sha256 size` of all assets in their order: the POD as a whole."),
  size: z.int().describe("Bytes of all assets."),
};

export const podSchema = z.object(podFields).meta({ id: "Pod" });
export type PodAnswer = z.input<typeof podSchema>;

export const deliveryPodSchema = z
  .object({ ...podFields, items: z.array(podSchema).describe("The POD of every door that has one.") })
  .meta({ id: "DeliveryPod" });

export const podQuerySchema = z.object({
  verify: z.enum(["true", "false"]).optional().describe("Reads and hashes every stored file again."),
});
