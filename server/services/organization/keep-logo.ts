import "server-only";
import { createHash } from "node:crypto";
import { type Logo, MAX_LOGO_BYTES } from "@/server/domain/brand/logo";
import { sniffImage } from "@/server/domain/proof/sniff-image";
import type { Ports } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { logoKey } from "./logo-key";

/**
 * Puts a picture into the store as a logo: encoded anew at 320 pixels, so that nothing of its file is left, as WebP and as
 * PNG, under a name no other logo has. Refuses what is no picture (`logo-type`), and what is too large to be one.
 */
export async function keepLogo(ports: Ports, organizationId: string, bytes: Uint8Array): Promise<Logo> {
  if (bytes.byteLength > MAX_LOGO_BYTES) {
    const limit = MAX_LOGO_BYTES / 1_000_000;
    throw new ServiceError("too-large", `A logo has ${limit} MB at most.`, { reason: "too_large", limit });
  }
  const type = sniffImage(bytes);
  const developing = type && (await ports.photos.develop(bytes, type));
  if (!developing?.ok) {
    throw new ServiceError("invalid", "This is no picture that can be a logo.", { reason: "logo-type" });
  }
  const { thumbnail, widthPixels, heightPixels } = developing.photo;
  const sha256 = createHash("sha256").update(thumbnail).digest("hex");
  const logo = { sha256, bytes: thumbnail.byteLength, widthPixels, heightPixels, file: ports.ids.newToken() };
  await ports.blobs.put(logoKey(organizationId, logo, "webp"), thumbnail);
  await ports.blobs.put(logoKey(organizationId, logo, "png"), await ports.photos.toPng(thumbnail));
  return logo;
}
