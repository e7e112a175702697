import { MessageSquareQuote } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { describeSafePlace } from "./describe-wish";
import type { CustomerDoor } from "./use-customer";

/** What a customer asks for at his door; nothing where he asks for nothing. */
export function DoorWish({ wish, zone }: { wish: CustomerDoor["wish"]; zone: string }) {
  const t = useWords("customer");
  if (!wish) return null;
  return (
    <section aria-label={t("wish")} className="flex items-start gap-2 rounded-md bg-info-soft px-3 py-2">
      <MessageSquareQuote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-info" />
      <div className="min-w-0 flex-1">
        {wish.safePlace ? <p className="font-medium">{describeSafePlace(t, wish)}</p> : null}
        {wish.instructions ? <p className="text-pretty break-words whitespace-pre-line">{wish.instructions}</p> : null}
        <p className="text-ink-muted text-sm tabular-nums">
          {t("wishSaid", { when: t.format.instant(wish.saidAtMs, zone) })}
        </p>
      </div>
    </section>
  );
}
