import { ClipboardCheck, Radio, Route } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import type { BoardMode } from "../modes/board-mode";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

/** Looking at the same day as it is planned, as it is driven, and as it went. */
export function modeCommands({ t, setMode }: CommandContext): Command[] {
  const mode = (value: BoardMode, icon: Command["icon"]): Command => ({
    id: `mode-${value}`,
    label: t(`mode.${value}`),
    hotkey: BOARD_KEYS[`mode-${value}`],
    icon,
    group: t("group.plan"),
    enabled: true,
    run: () => setMode(value),
  });
  return [mode("plan", <Route />), mode("live", <Radio />), mode("review", <ClipboardCheck />)];
}
