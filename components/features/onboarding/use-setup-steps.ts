"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";

export interface SetupStep {
  readonly id: "project" | "depot" | "fleet" | "orders" | "plan";
  readonly title: string;
  readonly text: string;
  readonly isDone: boolean;
  readonly href: string;
  readonly action: string;
  /** Once it is done: where to look at what there is. */
  readonly done: { readonly href: string; readonly label: string };
  /** Another way to the same end. */
  readonly other?: { readonly href: string; readonly label: string };
}

/** The way from an empty organization to a first plan, with what of it is done. */
export function useSetupSteps(): { readonly steps: readonly SetupStep[]; readonly isPending: boolean } {
  const trpc = useTRPC();
  const { project, isPending } = useChosenProject();
  const input = project ? { projectId: project.id } : skipToken;
  const depots = useQuery(trpc.fleet.depots.queryOptions(input));
  const drivers = useQuery(trpc.fleet.drivers.queryOptions(input));
  const orders = useQuery(trpc.order.facets.queryOptions(project ? { filter: { projectId: project.id } } : skipToken));
  const steps: SetupStep[] = [
    {
      id: "project",
      title: "Set up a project",
      text: project ? `${project.name}, ${project.timeZone.replaceAll("_", " ")}, ${project.currency}` : "",
      isDone: project !== null,
      href: "/settings",
      action: "Settings",
      done: { href: "/settings", label: "Settings" },
    },
    {
      id: "depot",
      title: "Add a depot",
      text: "Where routes begin: an address, or a pin on the map. A fleet file can bring depots too.",
      isDone: (depots.data?.length ?? 0) > 0,
      href: "/depots?add=1",
      action: "Add depot",
      done: { href: "/depots", label: "Depots" },
    },
    {
      id: "fleet",
      title: "Bring in drivers and vehicles",
      text: "One file with a line per driver, with the vehicle and the shift; or one by one.",
      isDone: (drivers.data?.length ?? 0) > 0,
      href: "/drivers?import=1",
      action: "Import fleet",
      done: { href: "/drivers", label: "Drivers" },
      other: { href: "/drivers?add=1", label: "Add one driver" },
    },
    {
      id: "orders",
      title: "Bring in orders",
      text: "A CSV or XLSX file from whatever you use now. Faulty rows are shown and put right in place.",
      isDone: (orders.data?.total ?? 0) > 0,
      href: "/orders/import",
      action: "Import orders",
      done: { href: "/orders", label: "Orders" },
      other: { href: "/settings/address-book", label: "Address book first" },
    },
    {
      id: "plan",
      title: "Plan the day",
      text: "Choose the date and the drivers; Dray makes the routes, you have the last word.",
      isDone: false,
      href: "/plan",
      action: "Open the plan",
      done: { href: "/plan", label: "Plan" },
    },
  ];
  return { steps, isPending: isPending || (project !== null && (depots.isPending || drivers.isPending)) };
}
