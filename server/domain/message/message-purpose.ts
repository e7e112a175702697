/** How the purposes of messages to customers begin, of those to partners, and to people of the desk; all others are for drivers. */
export const CUSTOMER_PURPOSE = "customer-";
export const PARTNER_PURPOSE = "partner-";
export const COLLEAGUE_PURPOSE = "webhook-";

/** Whom messages are for. */
export const MESSAGE_AUDIENCES = ["drivers", "customers", "partners", "colleagues"] as const;
export type MessageAudience = (typeof MESSAGE_AUDIENCES)[number];

/** Whom a message of this purpose is for. */
export function audienceOf(purpose: string): MessageAudience {
  if (isForCustomer(purpose)) return "customers";
  if (purpose.startsWith(COLLEAGUE_PURPOSE)) return "colleagues";
  return purpose.startsWith(PARTNER_PURPOSE) ? "partners" : "drivers";
}

/** Whether a message is for somebody who waits at a door. */
export function isForCustomer(purpose: string): boolean {
  return purpose.startsWith(CUSTOMER_PURPOSE);
}
