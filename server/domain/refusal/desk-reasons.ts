import type { Permission } from "@/server/domain/access/permissions";
import type { SourceFault } from "@/server/domain/own-source/own-source";

/** Of who asks and what the organization has set, that say everything by themselves. */
export const DESK_REASONS = [
  // Whoever asks, and the house they ask in
  "unauthenticated",
  "link-expired",
  "not-json",
  "people-only",
  "out-of-reach",
  // Who works in an organization, and as what
  "oneself",
  "owners-only",
  "second-factor-first",
  "member-elsewhere",
  "role-in-use",
  "role-invited",
  "role-limited",
  "member-already",
  "invitations-spent",
  "people-invite",
  "own-scope",
  "sees-all",
  "foreign-origin",
  "database-away",
  "database-lost",
  "no-such-page",
  // Who listens to what happens
  "address-closed",
  "webhooks-spent",
  // Programs’ keys
  "key-shut",
  "partner-token",
  // Who delivers for the organization
  "name-taken",
  "secrets-needed",
  "not-with-partner",
  "partner-under-way",
  "decided",
  "not-waiting",
] as const;

/** What there may be none of. */
export const NO_SUCH = [
  "API key",
  "assignment",
  "consignment",
  "delivery",
  "depot",
  "document",
  "driver",
  "exception",
  "import",
  "import row",
  "job",
  "link",
  "location",
  "message",
  "optimization",
  "partner",
  "person",
  "plan",
  "proof",
  "project",
  "proposal for this address",
  "reservation",
  "role",
  "route",
  "slot",
  "stop",
  "vehicle",
  "vendor",
  "depot in this project",
  "vehicle in this project",
  "webhook",
  "webhook message",
  "zone",
] as const;
export type NoSuch = (typeof NO_SUCH)[number];

/** Reasons of the same whose sentence needs particulars. */
export interface DeskReasons {
  permission: { readonly permission: Permission };
  /** The input is not of the shape asked for. */
  input: { readonly issues: readonly { readonly path: string; readonly message: string }[] };
  "no-such": { readonly what: NoSuch };
  /** What an organization wants to get its map, addresses or roads from did not answer as it should. */
  "source-failed": { readonly fault: SourceFault; readonly host: string; readonly subject?: string };
}
