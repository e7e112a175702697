"use client";
import { createStore, useStore } from "zustand";

/** What a screen without order forms of its own asks of those who have them. */
export type OrderRequest =
  | { readonly kind: "new"; readonly projectId: string; readonly day: string }
  | {
      readonly kind: "change";
      readonly projectId: string;
      readonly day: string;
      readonly deliveryIds: readonly string[];
      /** Picks these where the request came from: those that could not be changed. */
      readonly select: (deliveryIds: readonly string[]) => void;
    };

const asked = createStore<{ request: OrderRequest | null }>(() => ({ request: null }));

/** Opens the order form, or the change of many, over the screen that asks; `OrderDesk` on the page answers. */
export function requestOrders(request: OrderRequest): void {
  asked.setState({ request });
}

export function endOrderRequest(): void {
  asked.setState({ request: null });
}

export function useOrderRequest(): OrderRequest | null {
  return useStore(asked, (state) => state.request);
}
