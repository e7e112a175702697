"use client";
import { PanelBottom, PanelLeft, PanelRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { isShown, type PanelId, togglePanel } from "../panel-layout";

const SWITCHES = [
  { panel: "list", icon: <PanelLeft />, shortcut: undefined },
  { panel: "timeline", icon: <PanelBottom />, shortcut: "t" },
  { panel: "inspector", icon: <PanelRight />, shortcut: undefined },
] as const satisfies readonly { panel: PanelId; icon: React.ReactNode; shortcut?: string }[];

/** Which panels stand around the map. */
export function PanelSwitches() {
  const t = useWords("boardTop");
  const store = useBoardStoreApi();
  const panels = useBoardStore((state) => state.panels);
  return (
    <fieldset aria-label={t("panels")} className="hidden items-center lg:flex">
      {SWITCHES.map(({ panel, icon, shortcut }) => (
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
