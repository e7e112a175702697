import "server-only";
import { findLogoByToken } from "@/db/queries/organization/logos";
import type { LogoFormat } from "@/server/domain/brand/logo";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";
import { logoKey } from "./logo-key";

/** The bytes of a logo by its name, a picture that anybody may see; null where there is none. */
export async function readLogo(
  services: ServiceContext,
  { token, format }: { readonly token: string; readonly format: LogoFormat },
): Promise<Uint8Array | null> {
  const { actor, ports } = services;
  const { organizationId } = actor;
  const logo = await inTenant(services, (tx) => findLogoByToken(tx, organizationId, token), { readOnly: true });
  if (!logo) return null;
  const bytes = await ports.blobs.get(logoKey(organizationId, logo, format));
  if (bytes || format === "webp") return bytes ?? null;
  // One that was taken before there were PNGs.
  const webp = await ports.blobs.get(logoKey(organizationId, logo, "webp"));
  return webp ? ports.photos.toPng(webp) : null;
}
