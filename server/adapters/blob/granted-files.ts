import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Grant, GrantedFiles, GrantRefusal, IncomingFile } from "@/server/ports/granted-files";
import type { GrantSeal } from "./blob-grant";
import { blobPath } from "./blob-path";

/** The files of a folder of blobs, for those who show a grant. What comes in is measured while it comes. */
export function createGrantedFiles(folder: string, seal: GrantSeal): GrantedFiles {
  return {
    read: (verb, token, now) => seal.open(verb, token, now),

    async receive(grant, file) {
      if (file.contentType !== grant.contentType) return "content-type";
      if (file.bytes !== grant.bytes) return "length";
      const path = blobPath(folder, grant.key);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = join(dirname(path), `.${randomUUID()}`);
      try {
        const refusal = await writeMeasured(unfinished, grant, file);
        if (refusal === null) await rename(unfinished, path);
        return refusal;
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async open({ key }) {
      try {
        return new Uint8Array(await readFile(blobPath(folder, key)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
  };
}

/** Writes no byte more than was granted. A sender who goes away in the middle has sent too little. */
async function writeMeasured(
  path: string,
  grant: Extract<Grant, { verb: "put" }>,
  { body }: IncomingFile,
): Promise<GrantRefusal | null> {
  const hash = createHash("sha256");
  let written = 0;
  const file = await open(path, "wx");
  try {
    for await (const chunk of body ?? []) {
      written += chunk.byteLength;
      if (written > grant.bytes) return "length";
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (written !== grant.bytes) return "length";
  return hash.digest("hex") === grant.sha256 ? null : "hash";
}
