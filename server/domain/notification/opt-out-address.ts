import type { NotificationChannel } from "./notification-policy";

/** An address as a person's no is kept under it, however it was written: e-mail in small letters, "+34600123456". */
export function optOutAddress(channel: NotificationChannel, address: string): string {
  const trimmed = address.trim();
  return channel === "email" ? trimmed.toLowerCase() : trimmed.replace(/[\s().\-/]/g, "").replace(/^00/, "+");
}
