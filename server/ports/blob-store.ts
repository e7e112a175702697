/** Bytes by key, outside the database: uploaded order files, photos. Keys are `organization/…` paths chosen by us. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such key. */
  get(key: string): Promise<Uint8Array | undefined>;
  delete(key: string): Promise<void>;
}
