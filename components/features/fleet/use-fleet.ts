"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";

import type { StandingPaper } from "@/server/domain/fleet-document/document-standing";

export type { Project } from "@/components/lib/use-chosen-project";
/** With what of their papers has expired or soon will. */
export type Driver = RouterOutput["fleet"]["drivers"][number] & WithPapers;
export type Vehicle = RouterOutput["fleet"]["vehicles"][number] & WithPapers;
export type Depot = RouterOutput["fleet"]["depots"][number];

const NO_PAPERS: readonly StandingPaper[] = [];

interface WithPapers {
  readonly papers: readonly StandingPaper[];
}

/** The chosen project's drivers, vehicles and depots: few hundred rows, asked for whole and kept true by live events. */
export function useFleet() {
  const trpc = useTRPC();
  const chosen = useChosenProject();
  const projectId = chosen.project?.id;
  const input = projectId ? { projectId } : skipToken;
  const drivers = useQuery(trpc.fleet.drivers.queryOptions(input));
  const vehicles = useQuery(trpc.fleet.vehicles.queryOptions(input));
  const papers = useQuery(trpc.fleet.papersToRenew.queryOptions(input));
  const depots = useQuery(trpc.fleet.depots.queryOptions(input));
  useLiveRefresh(/^(driver|vehicle|depot|fleet|project|location)\./, [trpc.fleet.pathKey(), trpc.project.pathKey()]);
  const papersOf = useMemo(() => new Map((papers.data ?? []).map((each) => [each.id, each.papers])), [papers.data]);
  const withPapers = <Row extends { id: string }>(row: Row) => ({ ...row, papers: papersOf.get(row.id) ?? NO_PAPERS });
  // biome-ignore lint/correctness/useExhaustiveDependencies: withPapers is papersOf and nothing else
  const allDrivers = useMemo(() => drivers.data?.map(withPapers), [drivers.data, papersOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const allVehicles = useMemo(() => vehicles.data?.map(withPapers), [vehicles.data, papersOf]);
  return { chosen, drivers: { ...drivers, data: allDrivers }, vehicles: { ...vehicles, data: allVehicles }, depots };
}

export type Fleet = ReturnType<typeof useFleet>;
