import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlobStore } from "@/server/ports/blob-store";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { createGrantSeal } from "./blob-grant";
import { createFileBlobStore } from "./file-blob-store";

let parent: string;
let folder: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "blob-store-"));
  folder = join(parent, "blobs");
  await writeFile(join(parent, "secret"), "outside");
});
afterAll(() => rm(parent, { recursive: true }));

describe.each<[string, () => BlobStore]>([
  ["files", () => createFileBlobStore(folder, createGrantSeal("a secret of the tests"))],
  ["memory", () => memoryBlobStore()],
])("%s", (_name, create) => {
  test("gives back the bytes that were put, the newest for a key", async () => {
    const store = create();
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    await store.put("org-1/imports/orders.csv", bytes);
    expect(await store.get("org-1/imports/orders.csv")).toEqual(bytes);
    await store.put("org-1/imports/orders.csv", Uint8Array.of(1));
    expect(await store.get("org-1/imports/orders.csv")).toEqual(Uint8Array.of(1));
    await store.put("org-1/imports/empty", new Uint8Array());
    expect(await store.get("org-1/imports/empty")).toEqual(new Uint8Array());
  });

  test("undefined for what is not there; deleting twice is fine", async () => {
    const store = create();
    expect(await store.get("org-2/nothing")).toBeUndefined();
    await store.put("org-2/photo.jpg", Uint8Array.of(1));
    await store.delete("org-2/photo.jpg");
    await store.delete("org-2/photo.jpg");
    expect(await store.get("org-2/photo.jpg")).toBeUndefined();
  });
});

test.each([
  "../secret",
  "org/../../secret",
  "/etc/passwd",
  "",
  "org//x",
  "org/.",
  "org/.hidden",
  "a\\b",
  "a\0b",
  "C:x",
  `org/${"x".repeat(300)}`,
])("refuses the key %j", async (key) => {
  const store = createFileBlobStore(folder, createGrantSeal("a secret of the tests"));
  await expect(store.get(key)).rejects.toThrow("Not a blob key");
  await expect(store.put(key, Uint8Array.of(1))).rejects.toThrow("Not a blob key");
  await expect(async () => store.delete(key)).rejects.toThrow("Not a blob key");
});

test("many writers of one key leave one whole blob and no remains", async () => {
  const store = createFileBlobStore(folder, createGrantSeal("a secret of the tests"));
  const versions = Array.from({ length: 20 }, (_, index) => new Uint8Array(50_000).fill(index));
  await Promise.all(versions.map((bytes) => store.put("org-3/blob", bytes)));
  const kept = await store.get("org-3/blob");
  expect(kept).toHaveLength(50_000);
  expect(new Set(kept).size).toBe(1);
  expect(await readdir(join(folder, "org-3"))).toEqual(["blob"]);
});

test("a blob that cannot be written is an error and leaves nothing", async () => {
  const store = createFileBlobStore(folder, createGrantSeal("a secret of the tests"));
  await store.put("org-4/folder/x", Uint8Array.of(1));
  await expect(store.put("org-4/folder", Uint8Array.of(2))).rejects.toThrow();
  expect(await readdir(join(folder, "org-4"))).toEqual(["folder"]);
});
