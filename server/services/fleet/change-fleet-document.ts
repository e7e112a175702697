import "server-only";
import { z } from "zod";
import { lockUploads, updateUpload } from "@/db/queries/proof/uploads";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { changedColumns } from "./changed-columns";
import { ownerOf } from "./document-owner";
import { documentFactsSchema } from "./request-fleet-document";

/** Puts right what was said of a paper: what it is called, its number, its last day, whatever that is. */
export const changeFleetDocument = command({
  permission: "fleet.write",
  input: documentFactsSchema.extend({ id: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now }, { id, ...facts }) => {
    const [row] = await lockUploads(tx, organizationId, [id]);
    const paper = found(row?.status === "stored" ? row : undefined, "document");
    const { entity, id: entityId } = found(ownerOf(paper), "document");
    const change = changedColumns(paper, facts);
    if (!change) return unchanged({ id });
    await updateUpload(tx, organizationId, id, { ...facts, updatedAt: now });
    const data = { documentId: id, kind: paper.kind };
    return changed({ id }, [{ type: `${entity}.document-changed`, entity, entityId, data, ...change }]);
  },
});
