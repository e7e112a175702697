"use client";
import { createContext, useContext, useMemo } from "react";
import { useStore } from "zustand";
import { type Day, dayOf } from "../day/day-of";
import type { KeptDay } from "./kept-routes";
import type { RunDesk } from "./run-desk";

export const RunContext = createContext<RunDesk | null>(null);

/** The route on this device, and what can be done with it. */
export function useRunDesk(): RunDesk {
  const desk = useContext(RunContext);
  if (!desk) throw new Error("no RunContext around this");
  return desk;
}

/** What is kept; only below a screen that has it. */
export function useKeptDay(): KeptDay {
  const day = useStore(useRunDesk().state, (state) => state.day);
  if (!day) throw new Error("no route is open");
  return day;
}

/** The day as it stands, acts not sent included. */
export function useDay(): Day {
  const { route, acts } = useKeptDay();
  return useMemo(() => dayOf(route.run.sheet, route.run.ops, acts, route.skewSeconds), [route, acts]);
}
