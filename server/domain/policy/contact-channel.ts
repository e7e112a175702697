/** How a driver may try to reach a recipient who does not open. */
export const CONTACT_CHANNELS = ["call", "sms", "doorbell"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
