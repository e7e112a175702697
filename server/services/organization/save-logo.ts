import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { findProfile, makeProfile, updateProfile } from "@/db/queries/organization/organization-profile";
import { type Logo, MAX_LOGO_BYTES } from "@/server/domain/brand/logo";
import { sniffImage } from "@/server/domain/proof/sniff-image";
import { changed, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { uploadedBytes } from "../kernel/uploaded-bytes";
import { logoKey } from "./logo-key";

/**
 * Takes a picture as the organization's logo: encoded anew at 320 pixels, so that nothing of its file is left, and given
 * a new name. Refuses what is no picture (`logo-type`), and what is too large to be one.
 */
export const saveLogo = command({
  permission: "settings.write",
  input: z.object({ bytes: uploadedBytes, fileName: z.string().max(255).default("") }),
  prepare: async ({ actor: { organizationId }, ports }, { bytes }) => {
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
    await ports.blobs.put(logoKey(organizationId, sha256), thumbnail);
    return { sha256, bytes: thumbnail.byteLength, widthPixels, heightPixels } satisfies Logo;
  },
  run: async ({ tx, actor: { organizationId }, now, newToken, prepared: logo }) => {
    await makeProfile(tx, organizationId, now);
    const before = (await findProfile(tx, organizationId))?.logo ?? null;
    const logoToken = newToken();
    await updateProfile(tx, organizationId, { logo, logoToken, updatedAt: now });
    return changed({ logoToken }, [
      {
        type: "organization.logo-changed",
        entity: "organization",
        entityId: organizationId,
        before: { logo: before },
        after: { logo },
      },
    ]);
  },
});
