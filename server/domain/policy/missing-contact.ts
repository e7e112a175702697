import type { ContactChannel } from "./contact-channel";
import type { DeliveryPolicy } from "./delivery-policy";

/** What has been done at a door by the moment somebody says that nobody is there. */
export interface MadeContact {
  /** By what each try was made. */
  readonly tries: readonly ContactChannel[];
  /** Null: nobody has said that he arrived. */
  readonly arrivedAtMs: number | null;
  readonly atMs: number;
}

/** What an organization's rules still ask for; null: nothing. Who has not arrived has not begun to wait. */
export function missingContact(
  { minAttempts, channels, waitMinutes }: DeliveryPolicy["contact"],
  { tries, arrivedAtMs, atMs }: MadeContact,
): { readonly attempts: number; readonly waitSeconds: number } | null {
  const counted = channels.length === 0 ? tries : tries.filter((channel) => channels.includes(channel));
  const attempts = Math.max(0, minAttempts - counted.length);
  const waited = arrivedAtMs === null ? 0 : Math.max(0, atMs - arrivedAtMs);
  const waitSeconds = Math.max(0, Math.ceil(waitMinutes * 60 - waited / 1000));
  return attempts > 0 || waitSeconds > 0 ? { attempts, waitSeconds } : null;
}
