"use client";
import clsx from "clsx";
import { Eye, EyeOff } from "lucide-react";
import { useId } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { alternativeLook } from "@/components/map/alternative-look";
import { RouteSwatch } from "@/components/map/route-swatch";
import { IconButton } from "@/components/ui/icon-button";
import type { Alternative } from "./use-alternatives";

export interface CompareHeaderProps {
  readonly plan: Alternative;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

/** The head of a plan's column: its letter and line as on the map, the choice to commit it, and whether the map shows it. */
export function CompareHeader({ plan, isChosen, onChoose, onToggle }: CompareHeaderProps) {
  const t = useWords("boardOptimize");
  const theme = useTheme();
  const { letter, lookIndex, strategy, isShown } = plan;
  const { hueIndex, styleIndex } = alternativeLook(lookIndex);
  const choiceId = useId();
  return (
    <th scope="col" className={clsx("py-1 pr-2 pl-3 font-normal last:pr-3", isChosen && "bg-selected")}>
      <span className="flex items-center justify-end gap-1.5">
        <span className="flex min-h-6 items-center gap-1.5">
          <input
            id={choiceId}
            type="radio"
            name="alternative"
            className="shrink-0 accent-accent"
            checked={isChosen}
            onChange={onChoose}
          />
          <RouteSwatch number={letter} hueIndex={hueIndex} styleIndex={styleIndex} theme={theme} />
        </span>
        <IconButton
          label={t("onMap", { plan: letter })}
          size="sm"
          pressed={isShown}
          icon={isShown ? <Eye /> : <EyeOff />}
          onClick={onToggle}
        />
      </span>
      <label
        htmlFor={choiceId}
        className={clsx("block cursor-pointer pr-1.5 text-right leading-4", isChosen ? "font-semibold" : "font-medium")}
      >
        <span className="sr-only">{letter} </span>
        {t(`strategy.${strategy}`)}
      </label>
    </th>
  );
}
