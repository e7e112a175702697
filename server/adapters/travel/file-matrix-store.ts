import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWholeFile } from "@/server/adapters/file/write-whole-file";
import type { LatLng } from "@/server/domain/geo";
import { doorName, type MatrixKey, type MatrixStore, type StoredMatrix } from "./matrix-store";

/** Room for a few days of 5,000 doors, or a season of 500. */
const DEFAULT_MAX_BYTES = 2 ** 30;
const BYTES_PER_CELL = 4;
const LENGTH_BYTES = 4;
const SUFFIX = ".matrix";

/** What a file begins with, after its own length: the doors, so that they can be compared without reading the ways. */
const headSchema = z.object({
  doors: z.array(z.tuple([z.number(), z.number()])),
  /** "1" per door near a road, "0" per other. */
  reachable: z.string(),
});
type Head = z.infer<typeof headSchema>;

/**
 * Matrices as files of a folder, one subfolder per roads and profile. Bounded: the files not asked for longest go first,
 * and a file whose doors are all in a newer one goes at once. A file is whole or not there; one that is broken, or taken
 * away meanwhile by another process, counts as not there. Trouble with the disk costs time, never an answer.
 */
export function createFileMatrixStore(folder: string, { maxBytes = DEFAULT_MAX_BYTES } = {}): MatrixStore {
  return {
    async find(key, doors) {
      const best = await closest(folderOf(folder, key), doors);
      if (!best) return undefined;
      const matrix = await readMatrix(best.path).catch(() => undefined);
      if (!matrix) await rm(best.path, { force: true }).catch(() => {});
      return matrix;
    },

    async save(key, matrix) {
      if (bytesOf(matrix) > maxBytes) return;
      try {
        const place = folderOf(folder, key);
        const path = join(place, `${hash(matrix.doors.map(doorName).join(" "))}${SUFFIX}`);
        await mkdir(place, { recursive: true });
        await writeMatrix(path, matrix);
        await removeOvertaken(place, path, matrix.doors);
        await makeRoom(folder, maxBytes);
      } catch {
        // A full or read-only disk: what was measured is in hand, and is measured again next time.
      }
    },
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const folderOf = (folder: string, { roads, profile }: MatrixKey) => join(folder, `${hash(roads)}-${profile}`);
const bytesOf = ({ doors }: StoredMatrix) => 2 * BYTES_PER_CELL * doors.length ** 2;

async function matrixFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(SUFFIX)).map((name) => join(folder, name));
}

/** The file that shares most doors with these; of equals the one with fewest others. */
async function closest(folder: string, doors: readonly LatLng[]) {
  const wanted = new Set(doors.map(doorName));
  let best: { path: string; shared: number; size: number } | undefined;
  for (const path of await matrixFiles(folder)) {
    const names = (await readHead(path))?.doors.map(nameOf) ?? [];
    const shared = names.filter((name) => wanted.has(name)).length;
    if (shared === 0 || (best && (shared < best.shared || (shared === best.shared && names.length >= best.size))))
      continue;
    best = { path, shared, size: names.length };
  }
  return best;
}

const nameOf = ([lat, lng]: Head["doors"][number]) => doorName({ lat, lng });

async function readHead(path: string): Promise<Head | undefined> {
  return withFile(path, async (file) => (await headOf(file)).head).catch(() => undefined);
}

async function readMatrix(path: string): Promise<StoredMatrix> {
  const matrix = await withFile(path, async (file) => {
    const { head, end } = await headOf(file);
    const cells = head.doors.length ** 2;
    const { size } = await file.stat();
    if (size !== end + 2 * cells * BYTES_PER_CELL) throw new Error("the file is not whole");
    const read = async (at: number) => {
      const numbers = new Int32Array(cells);
      await fill(file, new Uint8Array(numbers.buffer), at);
      return numbers;
    };
    const durationSeconds = await read(end);
    const distanceMeters = await read(end + cells * BYTES_PER_CELL);
    return {
      doors: head.doors.map(([lat, lng]) => ({ lat, lng })),
      reachable: [...head.reachable].map((flag) => flag === "1"),
      known: { durationSeconds, distanceMeters },
    };
  });
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
  return matrix;
}

async function headOf(file: FileHandle): Promise<{ head: Head; end: number }> {
  const length = new Uint8Array(LENGTH_BYTES);
  await fill(file, length, 0);
  const bytes = new Uint8Array(new DataView(length.buffer).getUint32(0, true));
  await fill(file, bytes, LENGTH_BYTES);
  const head = headSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  if (head.reachable.length !== head.doors.length) throw new Error("the file contradicts itself");
  return { head, end: LENGTH_BYTES + bytes.length };
}

async function fill(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) throw new Error("the file ends early");
    done += bytesRead;
  }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, "r");
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function writeMatrix(path: string, { doors, reachable, known }: StoredMatrix): Promise<void> {
  const head: Head = {
    doors: doors.map(({ lat, lng }) => [lat, lng]),
    reachable: reachable.map((isNear) => (isNear ? "1" : "0")).join(""),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  const parts = [length, bytes, known.durationSeconds, known.distanceMeters];
  await writeWholeFile(
    path,
    parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)),
  );
}

/** Yesterday's files whose every door the new one has too say nothing that it does not. */
async function removeOvertaken(folder: string, path: string, doors: readonly LatLng[]): Promise<void> {
  const names = new Set(doors.map(doorName));
  for (const other of await matrixFiles(folder)) {
    if (other === path) continue;
    const head = await readHead(other);
    if (!head || head.doors.every((door) => names.has(nameOf(door)))) await rm(other, { force: true });
  }
}

async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const places = await readdir(folder);
  const paths = (await Promise.all(places.map((place) => matrixFiles(join(folder, place))))).flat();
  const files = await Promise.all(paths.map(async (path) => ({ path, ...(await sizeOf(path)) })));
  let total = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= maxBytes) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}

async function sizeOf(path: string): Promise<{ bytes: number; usedAt: number }> {
  const found = await stat(path).catch(() => undefined);
  return { bytes: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 };
}
