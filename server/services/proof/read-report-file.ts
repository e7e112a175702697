import "server-only";
import { z } from "zod";
import { findPodDoors } from "@/db/queries/proof/pods";
import { findProofs } from "@/db/queries/proof/proofs";
import { findUploads } from "@/db/queries/proof/uploads";
import { changed, command } from "../kernel/command";
import { noSuch } from "../kernel/service-error";
import { fileOfProof, fileOfUpload } from "./load-pods";

/** The bytes of one file of a door's report; who has looked stands in the log from then on. */
export const readReportFile = command({
  permission: "proof.read",
  input: z.object({ visitId: z.uuid(), fileId: z.uuid() }),
  prepare: async ({ actor: { organizationId }, ports, read }, { visitId, fileId }) => {
    const found = await read(async (tx) => {
      const doors = await findPodDoors(tx, organizationId, { visitId });
      const [proof] = await findProofs(tx, organizationId, [fileId]);
      const [upload] = await findUploads(tx, organizationId, [fileId]);
      const isStored = upload?.visitId === visitId && upload.position !== null && upload.sha256 !== null;
      const file = isStored ? fileOfUpload(upload) : fileOfProof(proof)[0];
      return { file, door: doors.find((each) => each.visitId === visitId) };
    });
    const { file, door } = found;
    const bytes = file && file.clearedAt === null ? await ports.blobs.get(file.key) : undefined;
    if (!file || !door || !bytes) throw noSuch("proof");
    return { bytes, contentType: file.contentType, door };
  },
  run: async ({ prepared: { bytes, contentType, door } }, { visitId, fileId }) => {
    const { deliveryId, routeId, planId } = door;
    return changed({ bytes, contentType }, [
      {
        type: "proof.viewed",
        entity: "proof",
        entityId: visitId,
        ...(planId !== null && { planId }),
        data: { deliveryId, visitId, routeId, proofIds: [fileId] },
      },
    ]);
  },
});
