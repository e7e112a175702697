import "server-only";
import { readOrganizationProfile } from "@/server/services/organization/read-organization-profile";
import { removeLogo } from "@/server/services/organization/remove-logo";
import { saveOrganizationProfile } from "@/server/services/organization/save-organization-profile";
import { commandProcedure, queryProcedure, router } from "../init";

export const organizationRouter = router({
  profile: queryProcedure(readOrganizationProfile),
  saveProfile: commandProcedure(saveOrganizationProfile),
  removeLogo: commandProcedure(removeLogo),
});
