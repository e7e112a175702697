"use client";
import { useState } from "react";

/** The earlier value for as long as the next one is equal to it, so that what is derived from it is not rebuilt. */
export function useKept<T>(next: T, isEqual: (a: T, b: T) => boolean): T {
  const [kept, setKept] = useState(next);
  if (kept === next || isEqual(kept, next)) return kept;
  setKept(next);
  return next;
}
