import { appendEvents } from "@/db/queries/event/append-events";
import { withTenant } from "@/db/with-tenant";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { TestTenant } from "./test-tenant";

/** Has a tenant's log say that something happened, which nothing has made happen. */
export async function logEvents(tenant: TestTenant, events: readonly DomainEvent[]): Promise<void> {
  const { actor } = tenant.systemContext();
  await withTenant(tenant.database, tenant.organizationId, (tx) => appendEvents(tx, actor, "test", new Date(), events));
}
