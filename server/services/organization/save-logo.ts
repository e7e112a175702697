import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import type { Logo } from "@/server/domain/brand/logo";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { uploadedBytes } from "../kernel/uploaded-bytes";
import { keepLogo } from "./keep-logo";
import { putLogo } from "./put-logo";

/** Takes a picture as the logo of the organization, or of one of its projects, under a new name; the one before goes. */
export const saveLogo = command({
  permission: "settings.write",
  input: z.object({
    bytes: uploadedBytes,
    fileName: z.string().max(255).default(""),
    /** Absent: the organization's. */
    projectId: z.uuid().optional(),
  }),
  prepare: async ({ actor: { organizationId }, ports, read }, { bytes, projectId }): Promise<Logo> => {
    // Before anything is stored: nothing would refer to the files of a logo that is refused, and nobody delete them.
    if (projectId) found(await read((tx) => findProject(tx, organizationId, projectId)), "project");
    return keepLogo(ports, organizationId, bytes);
  },
  run: async (scope, { projectId }) => {
    const logoToken = scope.newToken();
    return changed({ logoToken }, [await putLogo(scope, projectId, { logo: scope.prepared, logoToken })]);
  },
});
