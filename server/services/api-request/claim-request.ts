import "server-only";
import { COMMITTED_UNDER, claimApiRequest, findApiRequest, resumeApiRequest } from "@/db/queries/api/api-requests";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import type { KeptAnswer } from "./kept-answer";
import type { RequestName } from "./request-name";

/** A request under way for longer has lost its process: it may be made again, unless what it did is committed. */
const LOST_MILLISECONDS = 120_000;

export type Claim =
  /** Nobody has made it: it is the sender's to make, and to settle. */
  | { readonly kind: "fresh"; readonly claimedAt: Date }
  /** It is being made at this moment. */
  | { readonly kind: "under-way" }
  /** Something of it was done under this correlation id by a process that is gone: it is the sender's to finish. */
  | { readonly kind: "resumed"; readonly claimedAt: Date; readonly correlationId: string }
  /** It has been done, under this correlation id; its answer died with its process. */
  | { readonly kind: "lost"; readonly correlationId: string }
  | { readonly kind: "answered"; readonly answer: KeptAnswer };

/**
 * Takes a request's name, so that it is made once however often it is sent. Needs no permission: it is the bookkeeping of
 * requests that are asked for theirs.
 */
export function claimRequest(
  services: ServiceContext,
  request: RequestName,
  { mayResume = false }: { readonly mayResume?: boolean } = {},
): Promise<Claim> {
  const { organizationId } = services.actor;
  const now = services.ports.clock.now();
  const named = { organizationId, ...request };
  return inTenant(services, async (tx): Promise<Claim> => {
    const lostAt = new Date(now.getTime() + LOST_MILLISECONDS);
    if (await claimApiRequest(tx, named, now, lostAt)) return { kind: "fresh", claimedAt: now };
    const known = await findApiRequest(tx, named);
    if (!known || known.status === null || known.requestHash === null) {
      const correlationId = known?.headers?.[COMMITTED_UNDER];
      const isLost = known !== undefined && now.getTime() - known.createdAt.getTime() > LOST_MILLISECONDS;
      if (correlationId === undefined || !isLost) return { kind: "under-way" };
      if (!mayResume) return { kind: "lost", correlationId };
      if (!(await resumeApiRequest(tx, known, now))) return { kind: "under-way" };
      return { kind: "resumed", claimedAt: now, correlationId };
    }
    const { requestHash, status, headers, body } = known;
    return { kind: "answered", answer: { requestHash, status, headers: headers ?? {}, body } };
  });
}
