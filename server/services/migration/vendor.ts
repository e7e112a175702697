import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { VendorExport } from "@/server/domain/migration/vendor-export";

/** A system whose programs may move here as they are: what a person is shown who moves one. */
export interface Vendor {
  readonly name: string;
  readonly title: string;
  /** Behind the address of this server. */
  readonly basePath: string;
  /** What a key its programs use has to be made for. */
  readonly scopes: readonly ApiScope[];
  credentialsOf(key: { readonly keyId: string; readonly secret: string }): readonly VendorCredential[];
  tryIt(baseUrl: string, credentials: readonly VendorCredential[]): string;
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
