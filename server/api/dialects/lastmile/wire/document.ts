import { z } from "zod";
import { announcedFields, givenUploadSchema } from "./pod";

const kind = z.enum(["id", "license", "insurance"]);

export const documentRequestSchema = z
  .object({
    kind: kind.optional(),
    type: kind.optional().describe("Another word for kind."),
    expires_on: z.iso.date().nullish().describe("The document's last day."),
    ...announcedFields,
    content_type: announcedFields.content_type.default("application/pdf"),
  })
  .refine(({ kind, type }) => kind !== undefined || type !== undefined, { message: "needs a kind", path: ["kind"] })
  .meta({ id: "DriverDocumentRequest" });

export const documentUploadSchema = givenUploadSchema
  .omit({ asset_id: true, asset_url: true })
  .extend({
    document_id: z.string().describe("Among the driver's `documents` once its bytes have come."),
    driver_id: z.string(),
    expires_on: z.string().nullable(),
  })
  .meta({ id: "DriverDocumentUpload" });

export const driverDocumentsSchema = z
  .object({
    items: z.array(
      z.object({
        document_id: z.string(),
        kind: z.string(),
        content_type: z.string(),
        expires_on: z.string().nullable(),
        sha256: z.string(),
        size: z.int(),
        recognized: z.boolean(),
        stored_at: z.string(),
        url: z.string().describe("Good for some minutes."),
        url_expires_at: z.string(),
      }),
    ),
    next_cursor: z.null(),
  })
  .meta({ id: "DriverDocuments" });
