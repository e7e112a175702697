import "server-only";
import type { Database } from "@/db/client";
import { findDeliveryByTrackingCode } from "@/db/queries/tracking/tracking-codes";

const CODE = /^[0-9A-F]{16}$/;

/** The delivery a customer's tracking code stands for; null for all else, and by the same work. */
export async function resolveTrackingCode(database: Database, code: string) {
  const isCode = CODE.test(code);
  return (await findDeliveryByTrackingCode(database, isCode ? code : "")) ?? null;
}
