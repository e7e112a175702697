import "server-only";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, defaultStatements, memberAc, ownerAc } from "better-auth/plugins/organization/access";

/** Who may manage the organization's members; what a role may do in the product is `domain/access/permissions`. */
export const organizationAccess = createAccessControl({ ...defaultStatements });

export const organizationRoles = {
  owner: organizationAccess.newRole({ ...ownerAc.statements }),
  admin: organizationAccess.newRole({ ...adminAc.statements }),
  ops: organizationAccess.newRole({ ...memberAc.statements }),
  dispatcher: organizationAccess.newRole({ ...memberAc.statements }),
  reviewer: organizationAccess.newRole({ ...memberAc.statements }),
  viewer: organizationAccess.newRole({ ...memberAc.statements }),
  partner: organizationAccess.newRole({}),
  driver: organizationAccess.newRole({}),
};
