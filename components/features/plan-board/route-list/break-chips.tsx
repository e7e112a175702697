import { Clock, Package, TriangleAlert } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { RouteRuleBreak, StopRuleBreak } from "@/server/domain/plan/rule-break";
import { describeRuleBreak, type LoadDimensions } from "../describe-rule-break";

export interface BreakChipsProps {
  readonly breaks: readonly (StopRuleBreak | RouteRuleBreak)[];
  readonly dimensions: LoadDimensions;
  readonly max?: number;
}

/** The rules a stop or route breaks. Lateness and overtime are for now, hence red; the rest is a warning. */
export function BreakChips({ breaks, dimensions, max = 2 }: BreakChipsProps) {
  const rules = useWords("rules");
  const shown = breaks.slice(0, max);
  const rest = breaks.slice(max).map((each) => describeRuleBreak(rules, each, dimensions));
  return (
    <>
      {shown.map((each) => {
        const isTime = each.rule === "late" || each.rule === "shift";
        const text = describeRuleBreak(rules, each, dimensions);
        return (
          <Badge key={text} tone={isTime ? "alert" : "warn"} icon={iconOf(each.rule)}>
            {text}
          </Badge>
        );
      })}
      {rest.length > 0 ? (
        <span className="text-ink-muted text-xs" title={rest.join(", ")}>
          +{rest.length}
        </span>
      ) : null}
    </>
  );
}

function iconOf(rule: (StopRuleBreak | RouteRuleBreak)["rule"]) {
  if (rule === "late" || rule === "shift") return <Clock aria-hidden="true" />;
  return rule === "capacity" ? <Package aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />;
}
