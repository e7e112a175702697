"use client";
import { TriangleAlert } from "lucide-react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { useRouteLook } from "../route-looks";
import type { DispatchChannel } from "./dispatch-receipt";
import type { DispatchRow } from "./dispatch-rows";

export interface DispatchRouteListProps {
  readonly rows: readonly DispatchRow[];
  readonly channels: readonly DispatchChannel[];
  readonly keptBack: ReadonlySet<string>;
  readonly onKeepBack: (routeId: string, isKept: boolean) => void;
}

/** The routes with who is reached how, what is wrong with them, and a tick for each that goes out. */
export function DispatchRouteList({ rows, channels, keptBack, onKeepBack }: DispatchRouteListProps) {
  const t = useWords("boardDispatch");
  return (
    <ul className="flex flex-col border-line border-t" aria-label={t("routes")}>
      {rows.map((row) => (
        <DispatchLine
          key={row.route.id}
          row={row}
          channels={channels}
          isChosen={row.obstacle === null && !keptBack.has(row.route.id)}
          onChoose={(isChosen) => onKeepBack(row.route.id, !isChosen)}
        />
      ))}
    </ul>
  );
}

interface DispatchLineProps {
  readonly row: DispatchRow;
  readonly channels: readonly DispatchChannel[];
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function DispatchLine({ row, channels, isChosen, onChoose }: DispatchLineProps) {
  const t = useWords("boardDispatch");
  const theme = useTheme();
  const { route, warnings, obstacle } = row;
  const look = useRouteLook(route.id);
  const reached = row.channels.filter((channel) => channels.includes(channel));
  const contacts = reached.map((channel) => (channel === "email" ? route.driver.email : route.driver.phone));
  return (
    <li
      data-route-number={route.number}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1.5 tabular-nums"
    >
      <Checkbox
        label={t("dispatchRoute", { number: String(route.number) })}
        hideLabel
        checked={isChosen}
        disabled={obstacle !== null}
        onCheckedChange={onChoose}
      />
      <RouteSwatch number={String(route.number)} {...look} theme={theme} alert={route.schedule.lateStops > 0} />
      <span className="min-w-0 flex-1 basis-40">
        <span className="block truncate font-medium">{route.driver.name}</span>
        <span className="block truncate text-ink-muted text-sm">{contacts.join(" · ") || t("notReached")}</span>
      </span>
      <span className="flex flex-wrap gap-1">
        {warnings.map((warning) => (
          <Badge key={warning} tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
            {t(`warning.${warning}`, { count: route.schedule.lateStops })}
          </Badge>
        ))}
        {obstacle ? (
          <Badge tone={obstacle === "no-contact" ? "alert" : "info"}>{t(`obstacle.${obstacle}`)}</Badge>
        ) : null}
      </span>
      <span className="text-ink-muted text-sm">
        {t("stops", { count: route.stops.length })} ·{" "}
        {t.format.timeRange(route.schedule.startSeconds, route.schedule.endSeconds)}
      </span>
    </li>
  );
}
