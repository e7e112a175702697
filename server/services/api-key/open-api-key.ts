import "server-only";
import type { Tx } from "@/db/client";
import { lockApiKey } from "@/db/queries/api/api-keys";
import { found, ServiceError } from "../kernel/service-error";

/** A key that has not been shut, held until the transaction ends; its time may be over. */
export async function openApiKey(tx: Tx, organizationId: string, id: string) {
  const key = found(await lockApiKey(tx, organizationId, id), "API key");
  if (key.revokedAt) throw new ServiceError("refused", "This key was shut.", { reason: "key-shut" });
  return key;
}
