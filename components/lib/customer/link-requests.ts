"use client";
import { createStore, useStore } from "zustand";

/** The door whose customer is to be given a link, by hand. */
export interface LinkRequest {
  readonly deliveryId: string;
  readonly visitId: string;
  /** In which times are said. */
  readonly zone: string;
}

const asked = createStore<{ request: LinkRequest | null }>(() => ({ request: null }));

/** Makes a tracking link and shows it, once; `LinkDesk` on the page answers. */
export function requestTrackingLink(request: LinkRequest): void {
  asked.setState({ request });
}

export function endLinkRequest(): void {
  asked.setState({ request: null });
}

export function useLinkRequest(): LinkRequest | null {
  return useStore(asked, (state) => state.request);
}
