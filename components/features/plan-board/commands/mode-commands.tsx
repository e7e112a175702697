import { ClipboardCheck, Radio, Route } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import type { BoardMode } from "../modes/board-mode";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

/** Looking at the same day as it is planned, as it is driven, and as it went. */
export function modeCommands({ setMode }: CommandContext): Command[] {
  const mode = (value: BoardMode, label: string, icon: Command["icon"]): Command => ({
    id: `mode-${value}`,
    label,
    hotkey: BOARD_KEYS[`mode-${value}`],
    icon,
    group: "Plan",
    enabled: true,
    run: () => setMode(value),
  });
  return [
    mode("plan", "Plan the day", <Route />),
    mode("live", "Follow the day live", <Radio />),
    mode("review", "Review the day", <ClipboardCheck />),
  ];
}
