"use client";
import { createStore, useStore } from "zustand";

/** What an exception is to be written down about. */
export interface ExceptionRequest {
  readonly deliveryId?: string;
  readonly routeId?: string;
  /** Its name, as the screen that asks shows it. */
  readonly label: string;
}

const asked = createStore<{ request: ExceptionRequest | null }>(() => ({ request: null }));

/** Opens the form for an exception over the screen that asks; `ExceptionDesk` on the page answers. */
export function requestException(request: ExceptionRequest): void {
  asked.setState({ request });
}

export function endExceptionRequest(): void {
  asked.setState({ request: null });
}

export function useExceptionRequest(): ExceptionRequest | null {
  return useStore(asked, (state) => state.request);
}
