import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch } from "../kernel/service-error";
import type { KeyForm, NewKey } from "../migration/vendor";

/** What a program is given for a key, in one API's words, this once. */
export interface ShownKey {
  readonly keyId: string;
  readonly form: KeyForm;
  readonly scopes: readonly ApiScope[];
  readonly secret: string;
  readonly partner?: NewKey["partner"];
}

/** A key just made as one API's programs are configured with it: the address they ask, and a line that shows whether it works. */
export function showKey({ ports, baseUrl: origin }: ServiceContext, api: string, key: ShownKey) {
  const vendor = ports.vendors.get(api);
  if (!vendor) throw noSuch("vendor");
  const baseUrl = `${origin}${vendor.basePath}`;
  const credentials = vendor.credentialsOf(key);
  return { keyId: key.keyId, baseUrl, credentials, tryIt: vendor.tryIt(baseUrl, credentials, key) };
}
