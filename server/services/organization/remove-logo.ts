import "server-only";
import { z } from "zod";
import { findLogoOf } from "@/db/queries/organization/logos";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { putLogo } from "./put-logo";

/**
 * Takes the logo away: of the organization, whose pages and mails show the name alone from then on, or of a project, whose
 * show the organization's.
 */
export const removeLogo = command({
  permission: "settings.write",
  input: z.object({ projectId: z.uuid().optional() }),
  run: async (scope, { projectId }) => {
    const owner = found(await findLogoOf(scope.tx, scope.actor.organizationId, projectId), "project");
    if (!owner.logo) return unchanged({});
    return changed({}, [await putLogo(scope, projectId, { logo: null, logoToken: null })]);
  },
});
