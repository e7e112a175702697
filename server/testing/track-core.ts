import { createHmac } from "node:crypto";
import { noBaseMap } from "@/server/adapters/base-map/no-base-map";
import type { Clock } from "@/server/ports/clock";
import type { Ports } from "@/server/services/kernel/service-context";
import type { TestTenant } from "./test-tenant";

/** What customers' pages need of a process that serves one tenant, and what it would have written into its log. */
export function trackCoreOf(
  { database, systemContext }: Pick<TestTenant, "database" | "systemContext">,
  clock: Clock,
  ports: Partial<Ports> = {},
) {
  const errors: unknown[] = [];
  const hmac = (salt: string, text: string) => createHmac("sha256", salt).update(text);
  const core = {
    database,
    systemContext: () => systemContext(ports),
    hashAddress: (id: string, address: string) => hmac("salt", `${id} ${address}`).digest("hex"),
    signForCustomer: (text: string) => hmac("secret", text).digest("base64url"),
    ports: { clock, maps: { groundOf: async () => noBaseMap } },
    log: { error: (seen: unknown) => void errors.push(seen) },
  };
  return { core, errors };
}
