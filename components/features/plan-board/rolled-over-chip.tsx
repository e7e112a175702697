"use client";
import { CalendarArrowUp } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { RolledOver } from "@/server/domain/plan/plan-board";

/** That an order comes from another day which had no room for it, and how often that has happened. */
export function RolledOverChip({ rolledOver }: { rolledOver: RolledOver | undefined }) {
  const t = useWords("boardCutoff");
  if (!rolledOver) return null;
  return (
    <Badge tone={rolledOver.times > 1 ? "warn" : "info"} icon={<CalendarArrowUp aria-hidden="true" />}>
      {t("rolledOverFrom", { date: t.format.date(rolledOver.from, "short"), times: rolledOver.times })}
    </Badge>
  );
}
