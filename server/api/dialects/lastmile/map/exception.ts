import type { ExceptionType } from "@/server/domain/exception/exception-type";
import type { readException } from "@/server/services/exception/read-exception";
import { dress } from "../ids";
import type { ExceptionAnswer } from "../wire/exception";
import { said } from "./door";

const REMEDIATION: Readonly<Record<ExceptionType, ExceptionAnswer["suggested_remediation"]>> = {
  late: ["notify_recipient", "reassign", "reschedule"],
  "no-start": ["contact_driver", "reassign"],
  "stale-gps": ["contact_driver"],
  "low-battery": ["contact_driver"],
  "link-not-opened": ["contact_driver", "reassign"],
  declined: ["reassign"],
  "proof-missing": ["request_proof"],
  "proof-rejected": ["request_proof", "escalate"],
  "low-rating": ["escalate"],
  "proof-flagged": ["request_proof", "escalate"],
  "geocode-suspicious": ["correct_address"],
  "failed-stop": ["retry", "reschedule", "return_to_warehouse"],
  "act-refused": ["contact_driver"],
  problem: ["contact_driver", "escalate"],
  "address-issue": ["correct_address", "reschedule"],
  damaged: ["return_to_warehouse", "escalate"],
  "driver-issue": ["reassign", "contact_driver"],
  other: ["escalate"],
};

/** A type as this API says it, and back. */
export const typeOf = (word: string) => word.replaceAll("_", "-") as ExceptionType;

/** An exception as this API says it. */
export function fromException(row: Awaited<ReturnType<typeof readException>>): ExceptionAnswer {
  const id = dress("exception", row.id);
  const { visitIds: _, ...details } = row.details;
  return {
    id,
    exception_id: id,
    delivery_id: row.deliveryId && dress("delivery", row.deliveryId),
    driver_id: row.driverId && dress("driver", row.driverId),
    route_id: row.routeId && dress("route", row.routeId),
    type: row.type.replaceAll("-", "_"),
    severity: row.severity,
    status: row.status,
    source: row.source,
    notes: row.notes.map(({ at, by, text }) => ({ at, by, text })),
    details,
    suggested_remediation: REMEDIATION[row.type],
    raised_at: said(row.raisedAt),
    due_at: said(row.dueAt),
    closed_at: row.closedAt && said(row.closedAt),
    version: row.version,
  };
}
