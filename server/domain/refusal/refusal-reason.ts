import { CUSTOMER_REASONS } from "./customer-reasons";
import { DESK_REASONS, type DeskReasons } from "./desk-reasons";
import { type FileRefusalCode, INTAKE_REASONS, type IntakeReasons } from "./intake-reasons";
import { ROUTE_REASONS, type RouteReasons } from "./route-reasons";

/** Reasons that say everything by themselves. */
export const PLAIN_REASONS = [...DESK_REASONS, ...INTAKE_REASONS, ...ROUTE_REASONS, ...CUSTOMER_REASONS] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];

/** Reasons whose sentence needs particulars. */
interface ReasonsWithParticulars extends DeskReasons, IntakeReasons, RouteReasons {}

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

const plain: ReadonlySet<string> = new Set(PLAIN_REASONS);

/** True for a reason that needs no particulars. */
export function isPlainReason(reason: string): reason is PlainReason {
  return plain.has(reason);
}
