"use client";
import { useWords } from "@/components/lib/words/words-context";

const MOST_NAME = 120;
const MOST_REQUESTS = 1_000_000;

/** How often a key may ask, as it was typed; null: as often as its API lets anybody. */
export function limitOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text.trim());
}

/** What is wrong with what every key has: its name, its end, how often it may ask. */
export function useKeyFaults() {
  const t = useWords("settingsApiAccess");
  return ({ name, limit }: { name: string; limit: string }, expiresAt: Date | null | undefined) => {
    const requests = limitOf(limit);
    const isLimit = requests === null || (Number.isInteger(requests) && requests >= 1 && requests <= MOST_REQUESTS);
    const named = name.trim();
    return {
      name:
        named === ""
          ? t("wrong.noName")
          : named.length > MOST_NAME
            ? t("wrong.longName", { most: MOST_NAME })
            : undefined,
      expiry: expiresAt && expiresAt <= new Date() ? t("wrong.past") : undefined,
      limit: isLimit ? undefined : t("wrong.limit"),
    };
  };
}
