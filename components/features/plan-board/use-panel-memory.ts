import { useEffect, useRef } from "react";
import { usePreferences } from "@/components/lib/preferences";
import type { BoardStore } from "./board-store";
import { keepPanels, type PanelLayout, readPanels } from "./panel-layout";

/** The board's name among the screens whose layouts are kept. */
const SCREEN = "plan-board";
/** The end of a gesture, not each of its pixels, is kept. */
const SETTLED_MILLISECONDS = 400;

/** How this person has arranged the board, in whichever browser. */
export function useKeptPanels(): PanelLayout {
  return readPanels(usePreferences().preferences.panels[SCREEN]);
}

/** Keeps how the board is arranged, so that it is found the same again. */
export function usePanelMemory(store: BoardStore): void {
  const { save } = usePreferences();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    let timer = 0;
    const keep = () => {
      timer = 0;
      latest.current({ panels: { [SCREEN]: keepPanels(store.getState().panels) } });
    };
    const stop = store.subscribe(({ panels }, previous) => {
      if (panels === previous.panels) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, SETTLED_MILLISECONDS);
    });
    return () => {
      stop();
      if (timer === 0) return;
      window.clearTimeout(timer);
      keep();
    };
  }, [store]);
}
