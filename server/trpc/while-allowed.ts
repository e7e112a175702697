import "server-only";
import { TRPCError } from "@trpc/server";
import { isSameReach } from "@/server/domain/access/member-scope";
import type { Permission } from "@/server/domain/access/permissions";
import type { Live } from "@/server/realtime/live";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Of what nobody announces: a session that runs out. */
const RECHECK_MILLISECONDS = 30_000;

interface Subscriber {
  readonly services: ServiceContext;
  readonly live: Pick<Live, "access">;
  readonly reauthorize?: () => Promise<ServiceContext | null>;
}

/**
 * A stream for as long as its reader may have it: who signs out or is signed out, leaves, loses the permission or is let in
 * to something else hears so at once, and half a minute after the announcement was lost. A database that is away is no
 * reason to end it.
 */
export async function* whileAllowed<T>(
  { services, live, reauthorize }: Subscriber,
  permission: Permission,
  signal: AbortSignal,
  stream: (signal: AbortSignal) => AsyncIterable<T>,
  recheckMilliseconds = RECHECK_MILLISECONDS,
): AsyncGenerator<T> {
  const { id, organizationId, reach } = services.actor;
  const end = new AbortController();
  const leave = () => end.abort();
  signal.addEventListener("abort", leave, { once: true });
  const check = async () => {
    const now = await reauthorize?.().catch(() => services);
    if (now === null || (now && !(mayRead(now, organizationId, permission) && isSameReach(now.actor.reach, reach))))
      end.abort();
  };
  const ask = () => void check();
  const stops = [organizationId, ...(id ? [id] : [])].map((whom) => live.access.subscribe(whom, ask));
  const timer = setInterval(ask, recheckMilliseconds).unref();
  // What was changed between the request and now was announced to nobody.
  ask();
  try {
    for await (const each of stream(end.signal)) {
      // What was read while the answer was on its way is not for somebody who is out.
      if (end.signal.aborted) break;
      yield each;
    }
  } finally {
    clearInterval(timer);
    for (const stop of stops) stop();
    signal.removeEventListener("abort", leave);
  }
  if (!signal.aborted) throw new TRPCError({ code: "UNAUTHORIZED", message: "Please sign in." });
}

function mayRead({ actor }: ServiceContext, organizationId: string, permission: Permission): boolean {
  return actor.organizationId === organizationId && actor.permissions.has(permission);
}
