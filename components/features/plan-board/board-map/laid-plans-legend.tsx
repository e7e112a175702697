"use client";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { alternativeLook } from "@/components/map/alternative-look";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { MapProposal } from "./board-map";

/** Which line is which plan, while several lie over each other. */
export function LaidPlansLegend({ plans }: { plans: MapProposal["laid"] }) {
  const t = useWords("boardMap");
  const theme = useTheme();
  return (
    <ul
      aria-label={t("legend.plans")}
      className="absolute top-2.5 right-2.5 z-10 flex flex-col gap-1 rounded-lg bg-surface px-2.5 py-2 text-sm shadow-popup"
    >
      {plans.map(({ lookIndex, name }) => {
        const { letter, hueIndex, styleIndex } = alternativeLook(lookIndex);
        return (
          <li key={letter} className="flex items-center gap-2">
            <RouteSwatch number={letter} hueIndex={hueIndex} styleIndex={styleIndex} theme={theme} />
            {name}
          </li>
        );
      })}
      <li className="flex items-center gap-2 text-ink-muted">
        <span className="ml-6 w-7 border-ink-muted/40 border-t-[3px]" aria-hidden="true" />
        {t("legend.now")}
      </li>
    </ul>
  );
}
