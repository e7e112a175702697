import type { Permission } from "@/server/domain/access/permissions";
import type { ImportStatus } from "@/server/domain/intake/import-settings";
import type { SourceFault } from "@/server/domain/own-source/own-source";

/** Reasons that say everything by themselves. */
export const PLAIN_REASONS = [
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
  // Files
  "content_type",
  "no_file",
  "empty",
  "no_rows",
  "old_excel",
  "corrupt_workbook",
  "unknown_sheet",
  "undecodable",
  // Imports and the address book
  "nothing_to_import",
  "no-usable-address",
  "no-usable-vehicle",
  "export-unknown",
  // Orders: those of `DeliveryRefusal`
  "invalid",
  "exists",
  "unknown",
  "duplicate",
  "other_project",
  "stale",
  "busy",
  "closed",
  "dispatched",
  "on_route",
  "made",
  "aboard",
  "not_joinable",
  "other_day",
  "nothing-to-cancel",
  // Fleet
  "vehicle-changed",
  "driver-changed",
  "document-expired",
  // The plan
  "visit-not-found",
  "route-not-found",
  "mutation-reused",
  "nothing-to-turn",
  "not-of-routes",
  "not-next",
  "not-later",
  "past-day",
  "day-closed",
  // Failed deliveries
  "attempts-spent",
  "contact-rules",
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
  // What drivers, or the desk for them, say of a route: those of `OpRejection`
  "not-on-route",
  "order-cancelled",
  "op-id-taken",
  "in-the-future",
  "too-old",
  "wrong-pin",
  "malformed",
  "positions-waiting",
  "route-declined",
  "route-begun",
  "route-over",
  "not-checked-in",
  "notes-spent",
  // Evidence
  "proof-changed",
  "grant-bad",
  "grant-expired",
  "upload-type",
  "upload-length",
  "upload-hash",
  "upload-missing",
  "upload-spent",
  "uploads-spent",
  // What an organization chooses for its customers
  "settings-changed",
  "logo-type",
  "trial-address-unknown",
  "slot-reserved",
  // A customer's message that is not sent again: those of `ChannelRefusal`, of `SendTime`, and its own
  "opted-out",
  "order-silent",
  "no-address",
  "channel-off",
  "quiet-hours",
  "out-of-date",
  "not-true-now",
  "written-just-now",
  // A partner's
  "not-resendable",
  // Slots: those of `SlotRefusal` and `NotBookable`, and another zone's
  "slot-full",
  "slot-cancelled",
  "slot-expired",
  "slot-not-offered",
  "slot-too-early",
  "slot-too-late",
  "slot-elsewhere",
  "reservation-reused",
  // What a customer may not do on his page; which of `ActFault` it is stands beside it
  "act-refused",
  // The optimizer
  "no-drivers",
  "all-locked",
  "optimizer-busy",
  "not-ready",
  "committed",
] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];

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

/** A stop by the name a person knows it by; absent: the stop meant. */
type AStop = { readonly stop?: string };
type ARoute = { readonly routeNumber: number };
type SomeRoutes = { readonly routeNumbers: readonly number[] };
type Limit = { readonly limit: number };

/** What a file that is no table turned out to be. */
export const FILE_KINDS = [
  "pdf",
  "picture",
  "media",
  "archive",
  "program",
  "database",
  "json",
  "text-document",
  "web-page",
  "no-text",
  "other",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Reasons whose sentence needs particulars. */
interface ReasonsWithParticulars {
  permission: { readonly permission: Permission };
  /** The input is not of the shape asked for. */
  input: { readonly issues: readonly { readonly path: string; readonly message: string }[] };
  "no-such": { readonly what: NoSuch };
  /** Megabytes. */
  too_large: Limit;
  /** Megabytes, unpacked. */
  too_large_unpacked: Limit;
  too_many_columns: Limit & { readonly columns: number };
  binary: { readonly kind: FileKind };
  other_document: { readonly kind: FileKind };
  too_many_rows: Limit;
  /** Characters, and the line in the file. */
  cell_too_long: Limit & { readonly line: number };
  missing_columns: { readonly missing: readonly string[] };
  import_status: { readonly status: ImportStatus };
  imported: { readonly rowNumber: number };
  /** What an organization wants to get its map, addresses or roads from did not answer as it should. */
  "source-failed": { readonly fault: SourceFault; readonly host: string };
  in_use: { readonly name: string; readonly drivers: number; readonly days: number; readonly projects: number };
  "visit-closed": AStop;
  "no-position": AStop;
  "anchor-not-found": AStop;
  "pair-order": AStop;
  "pair-split": AStop;
  "stop-locked": AStop & { readonly lock: "driver" | "position" | "front" | "next" };
  "stop-made": AStop;
  "goods-aboard": AStop;
  "route-locked": ARoute;
  "route-finished": ARoute;
  "depot-without-position": ARoute;
  "not-dispatched": ARoute;
  finished: ARoute;
  "same-driver": { readonly driver: string };
  "driver-inactive": { readonly driver: string };
  "no-vehicle": { readonly driver: string };
  "vehicle-in-use": ARoute;
  "nothing-to-split": ARoute;
  "no-contact": { readonly driver: string };
  "changed-since": SomeRoutes;
  "changed-since-preview": SomeRoutes;
  "needs-confirmation": SomeRoutes;
  /** Stops are not where they were seen; the first is where `routeNumber` says (null: on no route). */
  "stops-moved": {
    readonly conflicts: readonly {
      readonly isOnBoard: boolean;
      readonly routeNumber: number | null;
      readonly routeId: string | null;
      readonly seenRouteId: string | null;
    }[];
    readonly changedBy: string | null;
  };
  /** Somebody else has changed these routes since they were seen. */
  "routes-changed": { readonly routes: readonly { readonly routeNumber: number }[]; readonly changedBy: string };
  "locked-since": { readonly changedBy: string };
  "orders-changed": { readonly count: number };
}

/** A refusal as data: why, and what the sentence about it needs. Closed: screens say it in their reader's language. */
export type RefusalReason =
  | { readonly reason: PlainReason }
  | {
      [R in keyof ReasonsWithParticulars]: { readonly reason: R } & ReasonsWithParticulars[R];
    }[keyof ReasonsWithParticulars];

/** Why a file cannot be read at all. */
export type FileReason =
  | { readonly reason: Extract<PlainReason, FileRefusalCode> }
  | Extract<RefusalReason, { reason: Exclude<FileRefusalCode, PlainReason> }>;

export type FileRefusalCode =
  | "too_large"
  | "too_large_unpacked"
  | "empty"
  | "no_rows"
  | "binary"
  | "old_excel"
  | "other_document"
  | "corrupt_workbook"
  | "unknown_sheet"
  | "undecodable"
  | "too_many_columns"
  | "too_many_rows"
  | "cell_too_long";

const plain: ReadonlySet<string> = new Set(PLAIN_REASONS);

/** True for a reason that needs no particulars. */
export function isPlainReason(reason: string): reason is PlainReason {
  return plain.has(reason);
}
