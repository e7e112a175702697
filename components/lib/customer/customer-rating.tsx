import { useWords } from "@/components/lib/words/words-context";
import { RatingStars } from "./rating-stars";
import type { Customer } from "./use-customer";

/** What a customer said when it was over; nothing before. */
export function CustomerRating({ rating, zone }: { rating: Customer["rating"]; zone: string }) {
  const t = useWords("customer");
  if (!rating) return null;
  return (
    <section aria-label={t("rating")}>
      <p className="flex flex-wrap items-center gap-x-2">
        <RatingStars stars={rating.stars} />
        <span className="text-ink-muted text-sm tabular-nums">{t.format.instant(rating.createdAt, zone)}</span>
      </p>
      {rating.comment ? <blockquote className="mt-1 text-pretty">“{rating.comment}”</blockquote> : null}
    </section>
  );
}
