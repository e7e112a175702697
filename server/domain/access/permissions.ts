/** What a person or key may do, by area and verb. */
export const PERMISSIONS = [
  "order.read",
  "order.write",
  "fleet.read",
  "fleet.write",
  "plan.read",
  "plan.edit",
  "plan.dispatch",
  "message.read",
  "audit.read",
  "settings.read",
  "settings.write",
  "members.manage",
  "preference.own",
  "proof.read",
  "proof.review",
  "proof.write",
  "run.read",
  "run.write",
  "partner.read",
  "partner.act",
  "partner.own",
  "run.own",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who works at the desk. */
export const DESK_ROLES = ["owner", "admin", "ops", "dispatcher", "reviewer", "viewer"] as const;
/** Whom the organization lets in to their own work only: a partner's people, and its drivers. */
export const OUTSIDE_ROLES = ["partner", "driver"] as const;
export const ROLES = [...DESK_ROLES, ...OUTSIDE_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** What a route's link allows. No role includes these: a member of the desk reads the plan instead. */
export const RUNNING: readonly Permission[] = ["run.read", "run.write"];
/** What a driver's own token allows on his routes. */
export const DRIVER_PERMISSIONS: readonly Permission[] = [...RUNNING, "proof.write"];

/** What lets somebody at the desk look as a driver: who gives drivers their routes may see what they see. */
export const LOOKING: Permission = "plan.dispatch";

/** What a partner's token allows, of its own partner's assignments, drivers and vehicles. */
export const PARTNER_PERMISSIONS: readonly Permission[] = ["partner.read", "partner.act"];

/** What needs a partner or a driver of one's own: no desk has it. */
const OWN: readonly Permission[] = ["partner.own", "run.own"];

/** What members of the desk may be allowed. */
export const DESK_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !RUNNING.includes(permission) && !OWN.includes(permission),
);
const READING: readonly Permission[] = [
  "order.read",
  "fleet.read",
  "plan.read",
  "message.read",
  "settings.read",
  "preference.own",
];
const REVIEWING: readonly Permission[] = ["proof.read", "proof.review"];

/** Each role's permissions; what is not named here is denied. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: DESK_PERMISSIONS,
  admin: DESK_PERMISSIONS,
  /** Runs the organization, but lets nobody in. */
  ops: DESK_PERMISSIONS.filter((permission) => permission !== "members.manage"),
  dispatcher: [
    ...READING,
    "order.write",
    "fleet.write",
    "plan.edit",
    "plan.dispatch",
    "audit.read",
    ...PARTNER_PERMISSIONS,
    ...REVIEWING,
  ],
  /** Looks at evidence, and changes nothing else. */
  reviewer: [...READING, ...REVIEWING],
  viewer: READING,
  /** A partner's person: its assignments, drivers and vehicles, at a desk of their own. */
  partner: ["partner.own", "preference.own"],
  /** A driver who signs in: the way to his route of today. */
  driver: ["run.own", "preference.own"],
};

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

/** True for people whom the organization lets in to their own work only. */
export function isOutsideRole(role: string): boolean {
  return (OUTSIDE_ROLES as readonly string[]).includes(role);
}

/** The permissions of a built-in role; none for a word that is none. */
export function permissionsOf(role: string): readonly Permission[] {
  return isRole(role) ? ROLE_PERMISSIONS[role] : [];
}

/** The permissions a role of an organization's own gives; words that are no permission of the desk's give none. */
export function permissionsOfCustomRole(stored: readonly string[]): readonly Permission[] {
  return DESK_PERMISSIONS.filter((permission) => stored.includes(permission));
}
