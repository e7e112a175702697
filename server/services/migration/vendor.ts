import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { VendorExport } from "@/server/domain/migration/vendor-export";

/** How a program is let in: by showing its key, or by tokens that it exchanges its secret for (OAuth 2.0). */
export type KeyForm = "key" | "client";

/** What a key is used for. */
export interface KeyUse {
  readonly form: KeyForm;
  readonly scopes: readonly ApiScope[];
}

/** A key whose secret is known this once. */
export interface NewKey {
  readonly keyId: string;
  readonly secret: string;
  readonly form: KeyForm;
  /** Of a partner's token: whose it is, and what it signs by. */
  readonly partner?: { readonly id: string; readonly signingSecret: string };
}

/** An API of this server in some system's words: what a person is shown who lets a program in, or moves one here. */
export interface Vendor {
  readonly name: string;
  readonly title: string;
  /** Behind the address of this server. */
  readonly basePath: string;
  readonly keyForms: readonly KeyForm[];
  /** What a key its programs use has to be made for. */
  readonly scopes: readonly ApiScope[];
  /** What a key may be made for at all: the rest says nothing there. */
  readonly possibleScopes: readonly ApiScope[];
  /** Whether partners have endpoints of their own there, and a sandbox is asked as the real thing is. */
  readonly isForPartners: boolean;
  readonly hasSandbox: boolean;
  credentialsOf(key: NewKey): readonly VendorCredential[];
  tryIt(baseUrl: string, credentials: readonly VendorCredential[], key: KeyUse): string | null;
  /** How it writes what its customers take with them; absent: nobody knows. */
  readonly readExport?: VendorExport;
}

export interface VendorCredential {
  readonly label: string;
  readonly value: string;
  readonly isSecret: boolean;
}

/** Vendors by name, in the order in which they are listed. */
export type Vendors = ReadonlyMap<string, Vendor>;
