/** How the purposes of messages to customers begin; all others are for drivers and people at the desk. */
export const CUSTOMER_PURPOSE = "customer-";

/** Whether a message is for somebody who waits at a door. */
export function isForCustomer(purpose: string): boolean {
  return purpose.startsWith(CUSTOMER_PURPOSE);
}
