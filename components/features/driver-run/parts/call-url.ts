import type { SheetStop } from "@/server/domain/plan/route-sheet";

/** Dials a stop's people; behind a relay its code too, once it has answered (each comma waits two seconds). */
export function callUrl({ phone, phoneCode }: Pick<SheetStop, "phone" | "phoneCode">): string {
  return phoneCode ? `tel:${phone},,${phoneCode}%23` : `tel:${phone}`;
}
