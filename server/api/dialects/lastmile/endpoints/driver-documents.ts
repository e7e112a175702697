import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { requestFleetDocument } from "@/server/services/fleet/request-fleet-document";
import { viewFleetDocuments } from "@/server/services/fleet/view-fleet-documents";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { fromUpload } from "../map/pod";
import { documentRequestSchema, documentUploadSchema, driverDocumentsSchema } from "../wire/document";

const TAG = "Drivers";
const path = "/drivers/{driverId}/documents";
const params = z.object({ driverId: z.string().max(100) });

export const requestDocumentUpload = endpoint({
  method: "post",
  path,
  id: "requestDriverDocumentUpload",
  tag: TAG,
  summary: "An address to send a driver's ID, licence or insurance to",
  description:
    "Send the file by PUT to `upload_url`, with the headers named and no token, before it expires. It is the driver's " +
    "once its bytes have come and are what was announced.",
  scope: "fleet:write",
  params,
  body: documentRequestSchema,
  answers: { 201: { description: "Good for one file.", schema: documentUploadSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { driverId }, body }) => {
    const id = idOf("driver", driverId);
    const { content_type: contentType, size: bytes, sha256, expires_on: expiresOn = null } = body;
    const kind = (body.kind ?? body.type)!;
    const file = { contentType, bytes, sha256: sha256?.toLowerCase() };
    const given = await requestFleetDocument(services, { owner: { entity: "driver", id }, kind, file, expiresOn });
    const answer = {
      document_id: dress("document", given.id),
      driver_id: dress("driver", id),
      expires_on: expiresOn,
      ...fromUpload(given, services.baseUrl, { ...body, kind }),
    };
    return { status: 201, body: answer };
  },
});

export const listDriverDocuments = endpoint({
  method: "get",
  path,
  id: "listDriverDocuments",
  tag: TAG,
  summary: "A driver's documents, with addresses to read them at",
  description: "For whoever may change drivers. Each look is in the audit trail (`action=driver.documents-viewed`).",
  scope: "fleet:write",
  params,
  answers: { 200: { description: "All of them, oldest first.", schema: driverDocumentsSchema } },
  refusals: [404],
  run: async ({ services, params: { driverId } }) => {
    const owner = { entity: "driver", id: idOf("driver", driverId) } as const;
    const documents = await viewFleetDocuments(services, { owner });
    const items = documents.map((each) => ({
      document_id: dress("document", each.id),
      kind: each.kind,
      content_type: each.contentType,
      expires_on: each.expiresOn,
      sha256: each.sha256!,
      size: each.bytes!,
      recognized: each.isRecognized!,
      stored_at: said(each.storedAt!),
      url: new URL(each.url, services.baseUrl).href,
      url_expires_at: said(each.urlsExpireAt),
    }));
    return { status: 200, body: { items, next_cursor: null } };
  },
});
