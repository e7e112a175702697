import type { Actor } from "./actor";
import type { ApiScope } from "./api-scopes";

/** What somebody shows to be let in: a program's key (or a token given for one), a driver's token, a partner's. */
export type Credential = "key" | "driver" | "partner";

/** Somebody who has shown who he is over an API. */
export interface ApiCaller {
  readonly credential: Credential;
  readonly actor: Actor;
  /** By what requests are counted and named: the key's own id, the driver's, the partner's. */
  readonly keyId: string;
  /** A sandbox key is of a sandbox organization, whose world has no customers in it; null: not let in by a key. */
  readonly kind: "live" | "sandbox" | null;
  /** The one API its key was made for, by that API's own word; null: any. */
  readonly dialect: string | null;
  /** Of a key; everybody else has none. */
  readonly scopes: readonly ApiScope[];
  /** Null: as many as the API allows anybody. */
  readonly requestsPerMinute: number | null;
}
