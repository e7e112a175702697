import clsx from "clsx";
import { Star } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { LOW_STARS } from "@/server/domain/tracking/rating-summary";

const STARS = [1, 2, 3, 4, 5];

/** Stars given, of five. Few are not told by colour alone: they are counted. */
export function RatingStars({ stars, className }: { stars: number; className?: string }) {
  const t = useWords("customer");
  return (
    <span
      role="img"
      aria-label={t("stars", { stars })}
      className={clsx("inline-flex shrink-0 gap-px", stars <= LOW_STARS ? "text-alert" : "text-accent", className)}
    >
      {STARS.map((star) => (
        <Star
          key={star}
          aria-hidden="true"
          className={clsx("size-3.5", star <= stars ? "fill-current" : "text-line-strong")}
        />
      ))}
    </span>
  );
}
