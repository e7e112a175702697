"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { createContext, type ReactNode, use, useMemo } from "react";

/** Plan: the day is made. Live: it is driven, and what is changed is told. Review: how it went; nothing is changed. */
export const BOARD_MODES = ["plan", "live", "review"] as const;
export type BoardMode = (typeof BOARD_MODES)[number];

interface ModeSwitching {
  readonly mode: BoardMode;
  readonly setMode: (mode: BoardMode) => void;
}

const ModeContext = createContext<ModeSwitching>({ mode: "plan", setMode: () => {} });

/** The mode stands in the address, so that it can be linked to and survives a reload. */
export function BoardModeProvider({ children }: { children: ReactNode }) {
  const [mode, put] = useQueryState("mode", parseAsStringLiteral(BOARD_MODES).withDefault("plan"));
  const switching = useMemo(() => ({ mode, setMode: (next: BoardMode) => void put(next) }), [mode, put]);
  return <ModeContext value={switching}>{children}</ModeContext>;
}

export function useBoardMode(): ModeSwitching {
  return use(ModeContext);
}
