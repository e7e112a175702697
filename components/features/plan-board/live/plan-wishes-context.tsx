"use client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Wish } from "@/components/lib/customer/describe-wish";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useBoardSession } from "../board-context";

const NONE: ReadonlyMap<string, Wish> = new Map();
const PlanWishesContext = createContext(NONE);

/** What customers ask for at the day's doors, for the list to mark them. */
export function PlanWishesProvider({ children }: { children: ReactNode }) {
  const { planId } = useBoardSession();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.customer.wishes.queryOptions({ planId }));
  useLiveRefresh(/^delivery\.(instructed|safe-place-named)$/, [trpc.customer.wishes.queryKey({ planId })]);
  const wishes = useMemo(() => (data ? new Map(data.map((wish) => [wish.visitId, wish])) : NONE), [data]);
  return <PlanWishesContext value={wishes}>{children}</PlanWishesContext>;
}

/** What the customer of a door asks for, if anything. */
export function useWish(visitId: string): Wish | undefined {
  return use(PlanWishesContext).get(visitId);
}
