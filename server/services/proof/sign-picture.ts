import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import type { PrepareScope } from "../kernel/command";
import { pictureKey, THUMBNAIL_TYPE, thumbnailKey } from "./proof-keys";

/** Where a picture can be looked at for the next minutes. */
export interface ShownPicture {
  readonly proofId: string;
  readonly url: string;
  readonly thumbnailUrl: string;
}

/** Gives out the addresses of a picture and of its thumbnail. Whoever calls this logs that it was looked at. */
export async function signPicture(
  { actor, now, ports }: Pick<PrepareScope, "actor" | "now" | "ports">,
  { id, contentType }: { readonly id: string; readonly contentType: string },
): Promise<ShownPicture> {
  const { organizationId } = actor;
  const sign = (key: string, type: string) =>
    ports.blobs.signDownload(key, { contentType: type, now, seconds: PROOF_URL_SECONDS });
  return {
    proofId: id,
    url: await sign(pictureKey(organizationId, id), contentType),
    thumbnailUrl: await sign(thumbnailKey(organizationId, id), THUMBNAIL_TYPE),
  };
}
