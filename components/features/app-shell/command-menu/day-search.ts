import type { CommandSearch } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import type { Words } from "@/components/lib/words/words";
import { foldText } from "@/server/domain/address/fold-text";
import { isLocalDate } from "@/server/domain/time/local-date";

const DAY_MILLISECONDS = 86_400_000;
const DAYS_BACK = 7;
const DAYS_AHEAD = 14;
const MOST_ANSWERS = 5;
const NAMED = new Map([
  [-1, "menu.yesterday"],
  [0, "menu.today"],
  [1, "menu.tomorrow"],
] as const);

/** Jumps to the plan of a day: by its name ("tomorrow", "mon"), its parts ("9 mar") or as written ("2026-03-09", "9/3"). */
export function daySearch(t: Words<"appShell">, today: string, open: (date: string) => void): CommandSearch {
  const days = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) => addDays(today, index - DAYS_BACK));
  const commandOf = (date: string) => dayCommand(t, date, today, open);
  return {
    group: t("menu.days"),
    search: (query) => {
      const written = readDate(query, today);
      if (written) return [commandOf(written)];
      const words = queryWords(query);
      return days
        .map((date) => ({ date, score: matchScore(foldText(dayText(t, date, today)), words) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || distance(a.date, today) - distance(b.date, today))
        .slice(0, MOST_ANSWERS)
        .map(({ date }) => commandOf(date));
    },
  };
}

function dayCommand(t: Words<"appShell">, date: string, today: string, open: (date: string) => void): Command {
  const label = nameOf(t, date, today);
  const written = t.format.date(date);
  return {
    id: `day:${date}`,
    label: label ?? written,
    hint: label ? written : t("menu.planOfDay"),
    enabled: true,
    run: () => open(date),
  };
}

function nameOf(t: Words<"appShell">, date: string, today: string): string | undefined {
  const name = NAMED.get((dayNumber(date) - dayNumber(today)) as 0);
  return name && t(name);
}

/** Every word a day is found by. */
function dayText(t: Words<"appShell">, date: string, today: string): string {
  return [nameOf(t, date, today), t.format.date(date, "long"), t("plan")].filter(Boolean).join(" ");
}

/** "2026-03-09", "9/3", "09.03.2026": day before month, as the world outside the United States writes it. */
export function readDate(text: string, today: string): string | null {
  const trimmed = text.trim();
  if (isLocalDate(trimmed)) return trimmed;
  const parts = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?\.?$/.exec(trimmed);
  if (!parts) return null;
  const [, day, month, year = today.slice(0, 4)] = parts;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isLocalDate(date) ? date : null;
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MILLISECONDS);
}

function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function distance(date: string, today: string): number {
  return Math.abs(dayNumber(date) - dayNumber(today));
}
