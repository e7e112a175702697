"use client";
import { useQuery } from "@tanstack/react-query";
import { useExceptionAlarm } from "@/components/lib/exceptions/exception-alarm";
import { useTRPC } from "@/components/lib/trpc";

/** Asked for so often: a stream of its own would take one of the few connections a browser has to a server. */
const REFETCH_MS = 20_000;

/** How many exceptions nobody has seen to; calls for those that are critical. The inbox has it asked for at every event. */
export function useExceptionCount(): number {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.exception.count.queryOptions({}), refetchInterval: REFETCH_MS });
  useExceptionAlarm(data?.critical);
  return data?.open ?? 0;
}
