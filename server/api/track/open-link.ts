import "server-only";
import type { OpenedDoor, TrackAccess } from "./track-access";
import type { TrackLimits } from "./track-limits";

/**
 * The door behind a link, within the limits: whoever asks too often hears so before anything is looked up, and what opens
 * nothing is counted against him, whatever the cause.
 */
export async function openLink(
  access: TrackAccess,
  limits: TrackLimits,
  token: string,
  headers: Headers,
): Promise<OpenedDoor | "not-found" | "too-many"> {
  const address = access.addressOf(headers);
  if (!limits.mayAsk(address)) return "too-many";
  const opened = await access.byLink(token);
  if (!opened) {
    limits.noteMiss(address);
    return "not-found";
  }
  return limits.mayOpen(opened.door.linkId) ? opened : "too-many";
}
