"use client";
import { useSyncExternalStore } from "react";

const TICK_MS = 1000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  nowMs = Date.now();
  for (const each of listeners) each();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, TICK_MS);
    nowMs = Date.now();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, by one clock for all timers on the page; said anew only when so many milliseconds have gone by. */
export function useNow(stepMs = TICK_MS): number {
  const step = () => Math.floor(nowMs / stepMs) * stepMs;
  return useSyncExternalStore(subscribe, step, step);
}
