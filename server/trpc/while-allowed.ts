import "server-only";
import { TRPCError } from "@trpc/server";
import { isSameReach } from "@/server/domain/access/member-scope";
import type { Permission } from "@/server/domain/access/permissions";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const RECHECK_MILLISECONDS = 30_000;

interface Subscriber {
  readonly services: ServiceContext;
  readonly reauthorize?: () => Promise<ServiceContext | null>;
}

/**
 * A stream for as long as its reader may have it: who signs out, leaves, loses the permission or is let in to something
 * else hears so within half a minute. A database that is away is no reason to end it.
 */
export async function* whileAllowed<T>(
  { services, reauthorize }: Subscriber,
  permission: Permission,
  signal: AbortSignal,
  stream: (signal: AbortSignal) => AsyncIterable<T>,
  recheckMilliseconds = RECHECK_MILLISECONDS,
): AsyncGenerator<T> {
  const { organizationId, reach } = services.actor;
  const end = new AbortController();
  const leave = () => end.abort();
  signal.addEventListener("abort", leave, { once: true });
  const timer = setInterval(async () => {
    const now = await reauthorize?.().catch(() => services);
    if (now === null || (now && !(mayRead(now, organizationId, permission) && isSameReach(now.actor.reach, reach))))
      end.abort();
  }, recheckMilliseconds).unref();
  try {
    yield* stream(end.signal);
  } finally {
    clearInterval(timer);
    signal.removeEventListener("abort", leave);
  }
  if (!signal.aborted) throw new TRPCError({ code: "UNAUTHORIZED", message: "Please sign in." });
}

function mayRead({ actor }: ServiceContext, organizationId: string, permission: Permission): boolean {
  return actor.organizationId === organizationId && actor.permissions.has(permission);
}
