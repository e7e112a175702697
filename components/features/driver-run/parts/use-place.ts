"use client";
import { useCallback, useSyncExternalStore } from "react";

/**
 * Which part of the day is on the screen, kept in the address after `#`, so that the phone's own "back" leads out of it and
 * a reload stays. Empty: the route.
 */
export function usePlace(): readonly [place: string, go: (place: string) => void] {
  const place = useSyncExternalStore(subscribe, current, () => "");
  const go = useCallback((next: string) => {
    if (next === current()) return;
    if (next === "" && window.history.state?.drayPlace) window.history.back();
    else {
      const { pathname, search } = window.location;
      const state = { ...window.history.state, drayPlace: next !== "" };
      window.history.pushState(state, "", `${pathname}${search}${next && `#${next}`}`);
    }
    window.dispatchEvent(new Event("hashchange"));
  }, []);
  return [place, go];
}

function current(): string {
  return window.location.hash.slice(1);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  window.addEventListener("popstate", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener("popstate", listener);
  };
}
