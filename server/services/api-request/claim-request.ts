import "server-only";
import { claimApiRequest, findApiRequest } from "@/db/queries/api/api-requests";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";

/** A request under way whose process has died is given up after this long, and may be made again. */
const LOST_MILLISECONDS = 120_000;

/** A request by the name its sender gave it. */
export interface RequestName {
  readonly keyId: string;
  /** Method and path as documented. */
  readonly endpoint: string;
  readonly name: string;
}

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type Claim =
  /** Nobody has made it: it is the sender's to make, and to settle. */
  | { readonly kind: "fresh" }
  /** It is being made at this moment. */
  | { readonly kind: "under-way" }
  | { readonly kind: "answered"; readonly answer: KeptAnswer };

/**
 * Takes a request's name, so that it is made once however often it is sent. Needs no permission: it is the bookkeeping of
 * requests that are asked for theirs.
 */
export function claimRequest(services: ServiceContext, request: RequestName): Promise<Claim> {
  const { organizationId } = services.actor;
  const now = services.ports.clock.now();
  const named = { organizationId, ...request };
  return inTenant(services, async (tx): Promise<Claim> => {
    if (await claimApiRequest(tx, named, now, new Date(now.getTime() + LOST_MILLISECONDS))) return { kind: "fresh" };
    const known = await findApiRequest(tx, named);
    if (!known || known.status === null || known.requestHash === null) return { kind: "under-way" };
    const { requestHash, status, headers, body } = known;
    return { kind: "answered", answer: { requestHash, status, headers: headers ?? {}, body } };
  });
}
