import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Grant, GrantedFiles, GrantRefusal, IncomingFile } from "@/server/ports/granted-files";
import type { GrantSeal } from "./blob-grant";
import { blobPath } from "./blob-path";

type PutGrant = Extract<Grant, { verb: "put" }>;

/** The files of a folder of blobs, for those who show a grant. What comes in is measured while it comes. */
export function createGrantedFiles(folder: string, seal: GrantSeal): GrantedFiles {
  return {
    read: (verb, token, now) => seal.open(verb, token, now),

    async receive(grant, file) {
      if (file.contentType !== grant.contentType) return "content-type";
      if (!isOfLength(grant, file.bytes)) return "length";
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
  grant: PutGrant,
  { body, bytes: announced }: IncomingFile,
): Promise<GrantRefusal | null> {
  const hash = createHash("sha256");
  let written = 0;
  const file = await open(path, "wx");
  try {
    for await (const chunk of body ?? []) {
      written += chunk.byteLength;
      if (written > mostBytes(grant)) return "length";
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  // A sender who announced a length and goes away in the middle has been cut off: nothing is kept of it.
  if (written !== (grant.bytes ?? announced ?? written)) return "length";
  return grant.sha256 === undefined || hash.digest("hex") === grant.sha256 ? null : "hash";
}

/** What a request says of its length; of a grant without one it may say nothing. */
function isOfLength(grant: PutGrant, bytes: number | null): boolean {
  if (grant.bytes !== undefined) return bytes === grant.bytes;
  return bytes === null || bytes <= mostBytes(grant);
}

const mostBytes = ({ bytes, maxBytes = 0 }: PutGrant) => bytes ?? maxBytes;
