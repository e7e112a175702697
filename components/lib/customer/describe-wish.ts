import type { Words } from "@/components/lib/words/words";
import type { SafePlace } from "@/server/domain/tracking/customer-act";

export interface Wish {
  readonly instructions: string;
  readonly safePlace: SafePlace | null;
  readonly safePlaceDetail: string;
}

/** Where it may be left: "In the garage: behind the bikes"; empty where nothing was said of it. */
export function describeSafePlace(t: Words<"customer">, { safePlace, safePlaceDetail: detail }: Wish): string {
  if (safePlace === null) return "";
  const place = t(`safePlace.${safePlace}`);
  return detail ? t("safePlaceWith", { place, detail }) : place;
}

/** A wish in one line. */
export function describeWish(t: Words<"customer">, wish: Wish): string {
  return [describeSafePlace(t, wish), wish.instructions].filter(Boolean).join(" · ");
}
