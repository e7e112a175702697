import "server-only";
import { z } from "zod";
import type { Logo } from "@/server/domain/brand/logo";
import { changed, command } from "../kernel/command";
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
  prepare: ({ actor, ports }, { bytes }): Promise<Logo> => keepLogo(ports, actor.organizationId, bytes),
  run: async (scope, { projectId }) => {
    const logoToken = scope.newToken();
    return changed({ logoToken }, [await putLogo(scope, projectId, { logo: scope.prepared, logoToken })]);
  },
});
