import { useEffect } from "react";
import type { BoardStore } from "./board-store";
import { keepPanels, type PanelLayout, readPanels } from "./panel-layout";

const KEY = "dray.plan-board.panels";
/** The end of a gesture, not each of its pixels, is kept. */
const SETTLED_MILLISECONDS = 400;

export function rememberedPanels(): PanelLayout {
  try {
    return readPanels(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return readPanels();
  }
}

/** Keeps how the board is arranged, so that it is found the same again. */
export function usePanelMemory(store: BoardStore): void {
  useEffect(() => {
    let timer = 0;
    const stop = store.subscribe(({ panels }, previous) => {
      if (panels === previous.panels) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        try {
          localStorage.setItem(KEY, JSON.stringify(keepPanels(panels)));
        } catch {
          // Not kept.
        }
      }, SETTLED_MILLISECONDS);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store]);
}
