"use client";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import { useRouteLook } from "../route-looks";
import type { NotifyOutcome } from "./notify-dialog";
import type { NotifyRow } from "./notify-rows";

export interface NotifyRouteListProps {
  readonly rows: readonly NotifyRow[];
  readonly outcomes: ReadonlyMap<string, NotifyOutcome>;
}

/** Whom each message goes to, then what became of it. */
export function NotifyRouteList({ rows, outcomes }: NotifyRouteListProps) {
  const t = useWords("boardDispatch");
  return (
    <ul className="flex flex-col border-line border-t" aria-label={t("notify.list")}>
      {rows.map((row) => (
        <NotifyLine key={row.route.id} row={row} outcome={outcomes.get(row.route.id)} />
      ))}
    </ul>
  );
}

function NotifyLine({
  row: { route, contacts, obstacle },
  outcome,
}: {
  row: NotifyRow;
  outcome: NotifyOutcome | undefined;
}) {
  const t = useWords("boardDispatch");
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const isFailed = outcome !== undefined && outcome !== true;
  return (
    <li data-route-number={route.number} className="flex items-center gap-3 border-line border-b py-1.5 tabular-nums">
      <RouteSwatch number={String(route.number)} {...look} theme={theme} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{route.driver.name}</span>
        <span className={isFailed ? "block text-alert text-sm" : "block truncate text-ink-muted text-sm"}>
          {isFailed ? outcome : contacts.join(" · ") || t("notReached")}
        </span>
      </span>
      {obstacle && outcome === undefined ? (
        <Badge tone={obstacle === "no-contact" ? "alert" : "info"}>{t(`notify.obstacle.${obstacle}`)}</Badge>
      ) : null}
      {outcome === true ? (
        <CircleCheck className="size-4 shrink-0 text-ok" role="img" aria-label={t("receipts.sent")} />
      ) : null}
      {isFailed ? (
        <CircleAlert className="size-4 shrink-0 text-alert" role="img" aria-label={t("receipts.notSent")} />
      ) : null}
    </li>
  );
}
