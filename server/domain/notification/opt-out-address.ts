import type { NotificationChannel } from "./notification-policy";

/** An address as a person's no is kept under it: e-mail in small letters, numbers as they are. */
export function optOutAddress(channel: NotificationChannel, address: string): string {
  return channel === "email" ? address.toLowerCase() : address;
}
