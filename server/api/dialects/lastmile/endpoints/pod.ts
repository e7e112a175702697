import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { registerPod as register } from "@/server/services/proof/register-pod";
import { requestUploads } from "@/server/services/proof/request-uploads";
import { viewPods, viewRegisteredPod } from "@/server/services/proof/view-pods";
import { dress, idOf } from "../ids";
import { assetUrl, fromPod, fromUpload, namingAssets, refuseStrange, toPodFiles } from "../map/pod";
import {
  deliveryPodSchema,
  podQuerySchema,
  podRequestSchema,
  podSchema,
  podUploadRequestSchema,
  podUploadsSchema,
} from "../wire/pod";
import { deliveryParams } from "./read-deliveries";

const TAG = "Proof of delivery";

export const requestPodUpload = endpoint({
  method: "post",
  path: "/pod/request-upload",
  id: "requestPodUpload",
  tag: TAG,
  summary: "Addresses to send a signature, photos or documents to",
  description:
    "Send each file by PUT to its `upload_url`, with the headers named and no token, before it expires. It is evidence " +
    "once `POST /pod` names its `asset_url`. A file is kept as it came; length and SHA-256 that are said are insisted on.",
  credentials: ["key", "driver"],
  scope: "proofs:write",
  body: podUploadRequestSchema,
  answers: { 201: { description: "In the order asked for.", schema: podUploadsSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const given = await requestUploads(services, {
      deliveryId: idOf("delivery", body.delivery_id),
      ...(body.stop_id !== undefined && { visitId: idOf("stop", body.stop_id) }),
      files: body.files.map(({ kind, content_type: contentType, size: bytes, sha256 }) => ({
        ...{ kind, contentType, bytes },
        sha256: sha256?.toLowerCase(),
      })),
    });
    const { baseUrl } = services;
    const uploads = given.uploads.map((each, at) => ({
      asset_id: dress("upload", each.id),
      asset_url: assetUrl(baseUrl, each.id),
      ...fromUpload(each, baseUrl, body.files[at]!),
    }));
    return { status: 201, body: { delivery_id: body.delivery_id, stop_id: dress("stop", given.visitId), uploads } };
  },
});

export const registerPod = endpoint({
  method: "post",
  path: "/pod",
  id: "registerPod",
  tag: TAG,
  summary: "Register a stop's proof of delivery",
  description:
    "Every file named is read, counted and hashed before it counts; those that have not arrived, or are not what was " +
    "announced, are named in a 422. A stop has one POD: asked again the answer is the same one (200), with further " +
    "files added; nothing is taken out or replaced. It does not complete the stop, which is its driver's act.",
  credentials: ["key", "driver"],
  scope: "proofs:write",
  body: podRequestSchema,
  answers: {
    200: { description: "It was registered before; as it is now.", schema: podSchema },
    201: { description: "Registered.", schema: podSchema },
  },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const { files, strange } = toPodFiles(body);
    refuseStrange(strange);
    const { visitId, isNew } = await register(services, {
      deliveryId: idOf("delivery", body.delivery_id),
      ...(body.stop_id !== undefined && { visitId: idOf("stop", body.stop_id) }),
      files,
      notes: body.notes,
      recipientName: body.recipient_name,
      ...(body.delivered_at !== undefined && { deliveredAt: new Date(body.delivered_at) }),
    }).catch((error: unknown) => {
      throw namingAssets(error);
    });
    const [pod] = await viewRegisteredPod(services, { visitId });
    return { status: isNew ? 201 : 200, body: fromPod(pod!, services.baseUrl) };
  },
});

export const getPod = endpoint({
  method: "get",
  path: "/pod/{podId}",
  id: "getPod",
  tag: TAG,
  summary: "A proof of delivery, with addresses to read its files at",
  description: "Each look is in the audit trail (`action=proof.viewed`): who, when, and at which files.",
  scope: "proofs:read",
  params: z.object({ podId: z.string().max(100) }),
  query: podQuerySchema,
  answers: { 200: { description: "The POD.", schema: podSchema } },
  refusals: [400, 404],
  run: async ({ services, params, query }) => {
    const visitId = idOf("proof", params.podId);
    const [pod] = await viewPods(services, { visitId, isVerified: query.verify === "true" });
    return { status: 200, body: fromPod(pod!, services.baseUrl) };
  },
});

export const getDeliveryPod = endpoint({
  method: "get",
  path: "/deliveries/{deliveryId}/pod",
  id: "getDeliveryPod",
  tag: TAG,
  summary: "A delivery's proof of delivery",
  description:
    "That of where it goes, else of where it was fetched; `items` has both. Each look is in the audit trail.",
  scope: "proofs:read",
  params: deliveryParams,
  query: podQuerySchema,
  answers: { 200: { description: "The POD.", schema: deliveryPodSchema } },
  refusals: [400, 404],
  run: async ({ services, params, query }) => {
    const deliveryId = idOf("delivery", params.deliveryId);
    const pods = await viewPods(services, { deliveryId, isVerified: query.verify === "true" });
    const items = pods.map((pod) => fromPod(pod, services.baseUrl));
    return { status: 200, body: { ...items[0]!, items } };
  },
});
