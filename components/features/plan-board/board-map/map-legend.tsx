"use client";
import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { GhostSample, MarkerSample } from "@/components/map/marker-sample";
import { RouteSwatch } from "@/components/map/route-swatch";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";

/** What the signs on the map mean, drawn as the map draws them. */
export function MapLegend() {
  const t = useWords("boardMap");
  return (
    <Popover title={t("legend")} trigger={<IconButton label={t("legend")} icon={<Info />} />}>
      <Signs />
    </Popover>
  );
}

function Signs() {
  const t = useWords("boardMap");
  const theme = useTheme();
  const stop = (state: string) => <MarkerSample theme={theme} kind="stop" state={state} text="12" />;
  const signs: readonly [sign: ReactNode, words: string][] = [
    [<RouteSwatch key="route" number="7" hueIndex={0} styleIndex={1} theme={theme} />, t("legend.route")],
    [<GhostSample key="ghost" theme={theme} />, t("legend.ghost")],
    [stop("planned"), t("legend.stop")],
    [stop("planned+late"), t("legend.late")],
    [stop("planned+locked"), t("legend.locked")],
    [stop("planned+selected"), t("legend.selected")],
    [<MarkerSample key="pool" theme={theme} kind="pool" state="plain" />, t("legend.unassigned")],
    [<MarkerSample key="problem" theme={theme} kind="pool" state="problem" />, t("legend.problem")],
    [<MarkerSample key="depot" theme={theme} kind="depot" state="-" />, t("legend.depot")],
  ];
  return (
    <ul className="flex flex-col gap-1.5">
      {signs.map(([sign, words]) => (
        <li key={words} className="flex items-center gap-2.5">
          <span className="grid w-16 shrink-0 place-items-center">{sign}</span>
          {words}
        </li>
      ))}
    </ul>
  );
}
