import "server-only";
import { z } from "zod";
import { forgetImportFiles, listDiscardedFiles } from "@/db/queries/intake/discarded-files";
import { command, untraced } from "../kernel/command";

const BATCH = 200;

/** Deletes the files of imports that were discarded: their rows are gone, and nobody can look at them any more. */
export const clearDiscardedImports = command({
  permission: "order.write",
  input: z.object({}),
  prepare: async ({ actor, ports, read }) => {
    const files = await read((tx) => listDiscardedFiles(tx, actor.organizationId, BATCH));
    for (const { blobKey } of files) await ports.blobs.delete(blobKey);
    return files.map(({ id }) => id);
  },
  run: async ({ tx, actor, prepared: ids }) => {
    await forgetImportFiles(tx, actor.organizationId, ids);
    return untraced({ settled: ids.length, isMore: ids.length === BATCH });
  },
});
