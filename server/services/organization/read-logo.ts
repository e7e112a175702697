import "server-only";
import { findProfile } from "@/db/queries/organization/organization-profile";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { logoKey } from "./logo-key";

/** The bytes of an organization's logo, a picture that anybody may see; null where there is none. */
export async function readLogo(services: ServiceContext): Promise<Uint8Array | null> {
  const { organizationId } = services.actor;
  const row = await inTenant(services, (tx) => findProfile(tx, organizationId), { readOnly: true });
  if (!row?.logo) return null;
  return (await services.ports.blobs.get(logoKey(organizationId, row.logo.sha256))) ?? null;
}
