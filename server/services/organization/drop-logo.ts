import "server-only";
import { z } from "zod";
import { isLogoInUse } from "@/db/queries/organization/logos";
import { logoSchema } from "@/server/domain/brand/logo";
import { command, untraced } from "../kernel/command";
import { logoKeys } from "./logo-key";

/** Deletes the files of a logo that nothing refers to any more; again without harm. */
export const dropLogo = command({
  permission: "settings.write",
  input: z.object({ logo: logoSchema }),
  prepare: async ({ actor: { organizationId }, ports, read }, { logo }) => {
    if (await read((tx) => isLogoInUse(tx, organizationId, logo))) return;
    for (const key of logoKeys(organizationId, logo)) await ports.blobs.delete(key);
  },
  run: async () => untraced({}),
});
