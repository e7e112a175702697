import "server-only";
import type { ConnectionTest } from "@/server/domain/partner/connection";
import type { Carriers } from "@/server/ports/carrier";

/** How a trial went, as it is kept beside the connection. */
export function connectionTestOf(told: Awaited<ReturnType<Carriers["test"]>>, now: Date): ConnectionTest {
  const { message, exchange } = told;
  return {
    outcome: told.outcome === "unknown" ? "failed" : told.outcome,
    message,
    fault: ("fault" in told && told.fault) || null,
    status: exchange.status,
    at: now.toISOString(),
    milliseconds: exchange.milliseconds,
  };
}
