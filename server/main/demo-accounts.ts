import { randomInt } from "node:crypto";
import type { Actor } from "@/server/domain/access/actor";
import { DESK_ROLES, permissionsOf } from "@/server/domain/access/permissions";
import type { Core } from "./boot-core";

type Role = (typeof DESK_ROLES)[number];

export interface DemoUser {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface DemoOrganization {
  readonly organizationId: string;
  readonly owner: Actor;
  readonly users: readonly DemoUser[];
}

const NAMES: Readonly<Record<Role, string>> = {
  owner: "Olivia Owner",
  admin: "Adam Admin",
  ops: "Oscar Ops",
  dispatcher: "Dora Dispatcher",
  reviewer: "Rita Reviewer",
  viewer: "Victor Viewer",
};

/** An organization with one person in each role of the desk. */
export async function createDemoOrganization(core: Core): Promise<DemoOrganization> {
  const users: DemoUser[] = [];
  const ids = new Map<Role, string>();
  for (const role of DESK_ROLES) {
    const account = { email: `${role}@dray.example`, password: readablePassword(), role };
    const { user } = await core.auth.api.signUpEmail({
      body: { name: NAMES[role], email: account.email, password: account.password },
    });
    ids.set(role, user.id);
    users.push(account);
  }
  const ownerId = ids.get("owner")!;
  const organization = await core.auth.api.createOrganization({
    body: { name: "Demo Deliveries", slug: "demo", userId: ownerId },
  });
  if (!organization) throw new Error("the demo organization could not be made");
  for (const role of DESK_ROLES) {
    if (role === "owner") continue;
    await core.auth.api.addMember({ body: { organizationId: organization.id, userId: ids.get(role)!, role } });
  }
  const owner: Actor = {
    kind: "user",
    id: ownerId,
    label: NAMES.owner,
    organizationId: organization.id,
    permissions: new Set(permissionsOf("owner")),
  };
  return { organizationId: organization.id, owner, users };
}

/** 60 bits, without letters that look alike, in groups that can be read out. */
function readablePassword(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}
