import "server-only";
import { z } from "zod";
import { lockImport, updateImport } from "@/db/queries/intake/find-import";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/**
 * Notes why checking or importing stopped: for people to see while it is tried again, or, once nobody tries any more, as
 * the end, so that they can go on or put it away. What was imported stays imported.
 */
export const noteImportFailure = command({
  permission: "order.write",
  input: z.object({ importId: z.uuid(), failure: z.string().max(500), isGivenUp: z.boolean() }),
  run: async ({ tx, actor, now }, { importId, failure, isGivenUp }) => {
    const { status } = found(await lockImport(tx, actor.organizationId, importId), "import");
    if (status !== "checking" && status !== "importing") return unchanged({});
    await updateImport(tx, actor.organizationId, importId, {
      ...(isGivenUp && { status: "failed" }),
      failure,
      updatedAt: now,
    });
    return changed({}, [
      { type: "import.interrupted", entity: "import", entityId: importId, data: { failure, isGivenUp } },
    ]);
  },
});
