/** Bytes by key, outside the database: uploaded order files, photos. Keys are `organization/…` paths chosen by us. */
export interface BlobStore {
  /** The bucket it is, by the name its owners know it by; null: none. */
  readonly bucket: string | null;
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such key. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** The same as a stream, for what may be of any length. */
  open(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  has(key: string): Promise<boolean>;
  delete(key: string): Promise<void>;
  /**
   * An address to which the bytes announced may be sent by whoever has it, with PUT and the headers given. What was not
   * announced a foreign store may not bound: whoever takes it looks again.
   */
  signUpload(key: string, terms: UploadTerms): Promise<SignedUpload>;
  /** An address at which whoever has it can read the blob. */
  signDownload(key: string, terms: DownloadTerms): Promise<string>;
}

export interface UploadTerms {
  readonly contentType: string;
  /** Exactly so many; absent: the sender has not said, and `maxBytes` are taken at most. */
  readonly bytes?: number;
  readonly maxBytes?: number;
  /** Hex; absent: the sender has not said. */
  readonly sha256?: string;
  readonly now: Date;
  readonly seconds: number;
}

export interface DownloadTerms {
  readonly contentType: string;
  readonly now: Date;
  readonly seconds: number;
}

/** The URL is a path of our own where the store is. */
export interface SignedUpload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}
