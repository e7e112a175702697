import type { Actor } from "./actor";
import type { ApiScope } from "./api-scopes";

/** A program that has shown who it is. */
export interface ApiCaller {
  readonly actor: Actor;
  readonly keyId: string;
  /** A sandbox key is of a sandbox organization, whose world has no customers in it. */
  readonly kind: "live" | "sandbox";
  readonly scopes: readonly ApiScope[];
  /** Null: as many as the API allows anybody. */
  readonly requestsPerMinute: number | null;
}
