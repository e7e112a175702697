import "server-only";
import { z } from "zod";
import { listOwnedUploads } from "@/db/queries/proof/uploads";
import { documentStanding } from "@/server/domain/fleet-document/document-standing";
import type { FleetDocumentKind } from "@/server/domain/proof/upload";
import { query } from "../kernel/query";
import { documentOwnerSchema, ownersToday } from "./document-owner";

/** What papers a driver or a vehicle has, without what is in them; opening one is a look that is kept. */
export const listFleetDocuments = query({
  permission: "fleet.write",
  input: z.object({ owner: documentOwnerSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { owner }) => {
    const today = await ownersToday(tx, organizationId, owner, now);
    const rows = await listOwnedUploads(tx, organizationId, owner);
    return rows.map(({ id, kind, title, number, expiresOn, contentType, bytes, storedAt, announcedBy }) => ({
      id,
      kind: kind as FleetDocumentKind,
      title,
      number,
      expiresOn,
      standing: documentStanding(expiresOn, today),
      contentType,
      bytes: bytes ?? 0,
      storedAt: storedAt?.toISOString() ?? null,
      announcedBy,
    }));
  },
});
