"use client";
import { MessageSquareQuote } from "lucide-react";
import { describeWish } from "@/components/lib/customer/describe-wish";
import { useWords } from "@/components/lib/words/words-context";
import { useWish } from "./plan-wishes-context";

/** That the customer of a stop has asked for something at his door; what it is, on pointing. */
export function WishMark({ visitId }: { visitId: string }) {
  const t = useWords("customer");
  const wish = useWish(visitId);
  if (!wish) return null;
  const label = t("hasWish", { what: describeWish(t, wish) });
  return (
    <span role="img" aria-label={label} title={label} className="shrink-0 text-info">
      <MessageSquareQuote aria-hidden="true" className="size-3.5" />
    </span>
  );
}
