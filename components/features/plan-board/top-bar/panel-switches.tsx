"use client";
import { Columns3, PanelBottom, PanelLeft, PanelRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { BOARD_KEYS } from "../commands/board-keys";
import { isShown, type PanelId, togglePanel, turnCentre } from "../panel-layout";

const SWITCHES = [
  { panel: "list", icon: <PanelLeft />, shortcut: undefined },
  { panel: "timeline", icon: <PanelBottom />, shortcut: "t" },
  { panel: "inspector", icon: <PanelRight />, shortcut: undefined },
] as const satisfies readonly { panel: PanelId; icon: React.ReactNode; shortcut?: string }[];

/** Whether the map or the columns stand in the middle, and which panels around it. */
export function PanelSwitches() {
  const t = useWords("boardTop");
  const store = useBoardStoreApi();
  const panels = useBoardStore((state) => state.panels);
  const isInColumns = panels.centre === "columns";
  const switches = isInColumns ? SWITCHES.filter(({ panel }) => panel !== "list") : SWITCHES;
  return (
    <fieldset aria-label={t("panels")} className="hidden items-center lg:flex">
      <IconButton
        label={t("columns")}
        icon={<Columns3 />}
        shortcut={BOARD_KEYS.columns}
        pressed={isInColumns}
        className="mr-1"
        onClick={() => store.setState((state) => ({ panels: turnCentre(state.panels) }))}
      />
      {switches.map(({ panel, icon, shortcut }) => (
        <IconButton
          key={panel}
          label={t(`panel.${panel}`)}
          icon={icon}
          shortcut={shortcut}
          pressed={isShown(panels, panel)}
          className="aria-pressed:bg-transparent aria-pressed:text-ink"
          onClick={() => store.setState((state) => ({ panels: togglePanel(state.panels, panel) }))}
        />
      ))}
    </fieldset>
  );
}
