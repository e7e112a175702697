"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";

export type { Project } from "@/components/lib/use-chosen-project";
export type Driver = RouterOutput["fleet"]["drivers"][number];
export type Vehicle = RouterOutput["fleet"]["vehicles"][number];
export type Depot = RouterOutput["fleet"]["depots"][number];

/** The chosen project's drivers, vehicles and depots: few hundred rows, asked for whole and kept true by live events. */
export function useFleet() {
  const trpc = useTRPC();
  const chosen = useChosenProject();
  const projectId = chosen.project?.id;
  const input = projectId ? { projectId } : skipToken;
  const drivers = useQuery(trpc.fleet.drivers.queryOptions(input));
  const vehicles = useQuery(trpc.fleet.vehicles.queryOptions(input));
  const depots = useQuery(trpc.fleet.depots.queryOptions(input));
  useLiveRefresh(/^(driver|vehicle|depot|fleet|project|location)\./, [trpc.fleet.pathKey(), trpc.project.pathKey()]);
  return { chosen, drivers, vehicles, depots };
}

export type Fleet = ReturnType<typeof useFleet>;
