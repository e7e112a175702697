import "server-only";
import type { ApiCaller, Credential } from "@/server/domain/access/api-caller";
import { idFromHex24 } from "@/server/domain/ids";
import { ApiRefusal } from "./api-refusal";
import type { ApiAccess, Dialect } from "./dialect";
import type { Endpoint } from "./endpoint";
import type { RateLimiter } from "./rate-limiter";

/** Requests a minute of somebody who has not shown who he is. */
const OPEN_PER_MINUTE = 120;

const WORDS: Readonly<Record<Credential, string>> = {
  key: "a key, or a token made for one",
  driver: "a driver's token",
  partner: "a partner's token",
};

/** Who asks, if he may ask this now: known, of the tenant he names, within his rate, and let in by what he shows. */
export async function admitCaller(
  { dialect, access, limiter }: { dialect: Dialect; access: ApiAccess; limiter: RateLimiter },
  {
    scope,
    credentials,
    isForGuests,
    isSandboxOnly,
  }: Pick<Endpoint, "scope" | "credentials" | "isForGuests" | "isSandboxOnly">,
  request: Request,
): Promise<ApiCaller | null> {
  const token = dialect.tokenOf(request);
  if (credentials.length === 0 || (isForGuests && token === undefined)) {
    limit(limiter, `address ${access.addressOf(request.headers)}`, OPEN_PER_MINUTE);
    return null;
  }
  const caller = token === undefined ? null : await access.callerOf(token);
  if (!caller) {
    // Whoever tries tokens is held up; whoever has one is counted by it.
    limit(limiter, `stranger ${access.addressOf(request.headers)}`, OPEN_PER_MINUTE);
    const message = token === undefined ? "Show who you are: Authorization: Bearer …" : "This token opens nothing.";
    const fault = token === undefined ? "" : `, error="invalid_token"`;
    throw new ApiRefusal(
      "unauthenticated",
      message,
      {},
      { "www-authenticate": `Bearer realm="${dialect.name}"${fault}` },
    );
  }
  limit(limiter, caller.keyId, caller.requestsPerMinute ?? dialect.requestsPerMinute);
  refuseOtherTenant(caller, request.headers.get("x-tenant-id"));
  if (!credentials.includes(caller.credential)) {
    const wanted = credentials.map((each) => WORDS[each]).join(", or ");
    throw new ApiRefusal("credential", `This takes ${wanted}; you have shown ${WORDS[caller.credential]}.`, {
      shown: caller.credential,
      accepted: credentials,
    });
  }
  if (isSandboxOnly && caller.kind !== "sandbox") {
    throw new ApiRefusal("credential", "This takes a sandbox's key.", { shown: caller.kind ?? caller.credential });
  }
  if (caller.credential === "key" && scope !== null && !caller.scopes.includes(scope)) {
    throw new ApiRefusal("scope", `This needs a key made for ${scope}.`, { scope, scopes: caller.scopes });
  }
  return caller;
}

function limit(limiter: RateLimiter, name: string, perMinute: number): void {
  const waitSeconds = limiter.take(name, perMinute);
  if (waitSeconds === 0) return;
  throw new ApiRefusal(
    "rate-limited",
    `More than ${perMinute} requests a minute. Ask again in ${waitSeconds} s.`,
    { requests_per_minute: perMinute, retry_after_seconds: waitSeconds },
    { "retry-after": String(waitSeconds) },
  );
}

/** The tenant is the token's; a header that names another one is a mistake somebody should hear of. */
function refuseOtherTenant({ actor }: ApiCaller, named: string | null): void {
  if (named === null) return;
  const id = named.trim().toLowerCase();
  if (id === actor.organizationId || idFromHex24(id.replace(/^\w*_/, "")) === actor.organizationId) return;
  throw new ApiRefusal("tenant-mismatch", "This token is not of the tenant named in X-Tenant-ID.");
}
