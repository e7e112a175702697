/** What a grant lets its bearer do with one blob. */
export type Grant =
  | {
      readonly verb: "put";
      readonly key: string;
      readonly contentType: string;
      /** Exactly; absent: `maxBytes` at most. */
      readonly bytes?: number;
      readonly maxBytes?: number;
      /** Hex; absent: any. */
      readonly sha256?: string;
    }
  | { readonly verb: "get"; readonly key: string; readonly contentType: string };

export type GrantRefusal = "not-a-grant" | "expired" | "content-type" | "length" | "hash";

export type GrantReading<V extends Grant["verb"]> =
  | { readonly ok: true; readonly grant: Extract<Grant, { verb: V }> }
  | { readonly ok: false; readonly why: GrantRefusal };

/** Bytes of a request on their way in. */
export interface IncomingFile {
  readonly contentType: string;
  /** As announced; null when it was not. */
  readonly bytes: number | null;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** The files behind the addresses a store of our own has signed. */
export interface GrantedFiles {
  read<V extends Grant["verb"]>(verb: V, token: string, now: Date): GrantReading<V>;
  /** Keeps the bytes if they are exactly those that were granted; else nothing is left of them. */
  receive(grant: Extract<Grant, { verb: "put" }>, file: IncomingFile): Promise<GrantRefusal | null>;
  open(grant: Extract<Grant, { verb: "get" }>): Promise<Uint8Array | undefined>;
}
