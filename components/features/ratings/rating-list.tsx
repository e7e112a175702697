import Link from "next/link";
import { RatingStars } from "@/components/lib/customer/rating-stars";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";

type Rating = RouterOutput["customer"]["ratings"]["list"][number];

/** What customers said, newest first; each leads to its order. */
export function RatingList({ list, zone, isCut }: { list: readonly Rating[]; zone: string; isCut: boolean }) {
  const t = useWords("ratings");
  return (
    <section aria-label={t("list")} className="min-w-0">
      <h2 className="mb-1 font-semibold">{t("list")}</h2>
      <ul>
        {list.map(({ deliveryId, externalId, contactName, driverName, stars, comment, createdAtMs }) => (
          <li key={deliveryId} className="border-line border-b py-2.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <RatingStars stars={stars} />
              <Link href={`/orders?order=${deliveryId}`} className="font-medium hover:underline">
                {contactName || externalId || t("noName")}
              </Link>
              <span className="text-ink-muted text-sm tabular-nums">
                {[driverName ?? t("noDriver"), t.format.instant(createdAtMs, zone)].join(" · ")}
              </span>
            </p>
            <p className={comment ? "mt-1 text-pretty break-words" : "mt-1 text-ink-muted"}>
              {comment || t("noComment")}
            </p>
          </li>
        ))}
      </ul>
      {isCut ? <p className="mt-2 text-ink-muted text-sm">{t("newest", { count: list.length })}</p> : null}
    </section>
  );
}
