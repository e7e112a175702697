import { useWords } from "@/components/lib/words/words-context";
import type { Breakdown, BreakdownKey } from "@/server/domain/analytics/breakdown";

/** What a table's line is called: a day as dates are, a name, or what having none means. */
export function useRowName(by: Breakdown): (row: BreakdownKey) => string {
  const t = useWords("reports");
  return ({ key, name }) => {
    if (key === null) return t(`none.${by}`);
    return by === "day" ? t.format.date(key, "short") : (name ?? key);
  };
}
