import "server-only";
import type { Language } from "@/server/domain/preference/preferences";
import type { CustomerWish } from "@/server/domain/tracking/customer-wish";
import { type TrackingPage, trackingPage } from "@/server/domain/tracking/tracking-page";
import { hasEnded } from "@/server/domain/tracking/tracking-state";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { readTrackings } from "./read-trackings";
import type { ToldDoor } from "./tell-door";
import { trackingReader } from "./tracking-reader";

/** How a door is looked at: how much of it, in the language asked for or else its country's. */
export interface Look {
  readonly scope: "page" | "status";
  readonly language: Language | null;
}

/** What a customer has said on his page; null: nothing, or nothing that counts any more. */
export interface SaidSoFar {
  readonly wish: CustomerWish | null;
  readonly stars: number | null;
}

/** Who delivers, as a customer knows it. */
export interface SeenBrand {
  readonly sender: string;
  /** `#rrggbb`; null: ours. */
  readonly color: string | null;
  readonly logoToken: string | null;
}

/** What a customer's browser gets to know of a door; nothing of it is private. */
export interface SeenDoor {
  readonly page: TrackingPage;
  readonly said: SaidSoFar;
  readonly language: Language;
  readonly brand: SeenBrand;
  /** There is somewhere to write to, and so something to choose. */
  readonly isWritten: boolean;
}

/** What a customer sees of a door now; what he is told by it is kept, and so is that somebody looked. */
export async function readTracking(
  context: ServiceContext,
  door: Look & { readonly linkId: string; readonly visitId: string; readonly ipHash: string },
): Promise<SeenDoor> {
  const { linkId, visitId, scope, ipHash } = door;
  const [told] = await readTrackings(context, { doors: [{ visitId, view: { linkId, scope, ipHash } }] });
  return seenDoor(found(told ?? undefined, "stop"), door);
}

/** What of a door may be seen. */
export function seenDoor({ row, policy, nowMs, arrival, facts, told }: ToldDoor, { scope, language }: Look): SeenDoor {
  const reader = trackingReader(row, language);
  const acts = { ...facts.acts, reschedules: told.reschedules, endedAtMs: told.endedAt?.getTime() ?? null };
  const page = trackingPage(reader, { ...facts.page, arrival, acts }, scope, policy, nowMs);
  const isOver = scope !== "page" || hasEnded(arrival.state);
  const said = { wish: isOver ? null : row.wish, stars: scope === "page" ? row.stars : null };
  return { page, said, language: reader.language, brand: brandOf(row), isWritten: row.isWritten };
}

/** How whoever delivers presents himself. */
export function brandOf({ sender, brandColor, logoToken }: ToldDoor["row"]): SeenBrand {
  return { sender, color: brandColor, logoToken };
}
