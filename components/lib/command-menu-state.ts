"use client";
import { createStore, useStore } from "zustand";

/** Whether the palette is open: anything on the desk may open it. */
const menu = createStore<{ isOpen: boolean }>(() => ({ isOpen: false }));

export function setCommandMenuOpen(isOpen: boolean): void {
  menu.setState({ isOpen });
}

export function useCommandMenuOpen(): boolean {
  return useStore(menu, (state) => state.isOpen);
}
