import "server-only";
import { z } from "zod";
import { findUploads } from "@/db/queries/proof/uploads";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { storedUploadKey } from "../proof/upload-keys";
import { ownerOf } from "./document-owner";

/** Where one paper can be read for some minutes. Who has looked stands in the log from then on. */
export const openFleetDocument = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid() }),
  prepare: async ({ actor: { organizationId }, ports, now, read }, { id }) => {
    const [row] = await read((tx) => findUploads(tx, organizationId, [id]));
    const { contentType, sha256, ...paper } = found(row?.status === "stored" ? row : undefined, "document");
    const owner = found(ownerOf({ ...paper, contentType, sha256 }), "document");
    const terms = { contentType, now, seconds: PROOF_URL_SECONDS };
    return { owner, url: await ports.blobs.signDownload(storedUploadKey(organizationId, id, sha256!), terms) };
  },
  run: async ({ prepared: { owner, url } }, { id }) => {
    const { entity, id: entityId } = owner;
    return changed({ url }, [{ type: `${entity}.documents-viewed`, entity, entityId, data: { documentIds: [id] } }]);
  },
});
