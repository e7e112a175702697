import clsx from "clsx";
import { MessageSquareText } from "lucide-react";
import type { Words } from "@/components/lib/words/words";

import type { CustomerWish } from "@/server/domain/tracking/customer-wish";

export interface CustomerWishNoteProps {
  readonly t: Words<"driverRun">;
  /** Absent in what a device kept before customers could ask for anything. */
  readonly wish: CustomerWish | null | undefined;
  readonly className?: string;
}

/** What a customer asks for at his door, in his own words and set apart from the sender's. */
export function CustomerWishNote({ t, wish, className }: CustomerWishNoteProps) {
  if (!wish) return null;
  const place = wish.safePlace && [t(`safePlace.${wish.safePlace}`), wish.safePlaceDetail].filter(Boolean).join(", ");
  return (
    <div className={clsx("rounded-lg bg-info-soft px-3 py-2", className)}>
      <p className="flex items-center gap-2 font-semibold">
        <MessageSquareText className="size-4 shrink-0 text-info" aria-hidden="true" />
        {t("wish")}
      </p>
      {wish.instructions ? <p className="whitespace-pre-line break-words">{wish.instructions}</p> : null}
      {place ? <p className="break-words">{t("mayLeave", { place })}</p> : null}
    </div>
  );
}
