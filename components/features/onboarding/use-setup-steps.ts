"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";

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
  const t = useWords("onboarding");
  const trpc = useTRPC();
  const { project, isPending } = useChosenProject();
  const input = project ? { projectId: project.id } : skipToken;
  const depots = useQuery(trpc.fleet.depots.queryOptions(input));
  const drivers = useQuery(trpc.fleet.drivers.queryOptions(input));
  const orders = useQuery(trpc.order.facets.queryOptions(project ? { filter: { projectId: project.id } } : skipToken));
  const steps: SetupStep[] = [
    {
      id: "project",
      title: t("project.title"),
      text: project ? `${project.name}, ${project.timeZone.replaceAll("_", " ")}, ${project.currency}` : "",
      isDone: project !== null,
      href: "/settings",
      action: t("settings"),
      done: { href: "/settings", label: t("settings") },
    },
    {
      id: "depot",
      title: t("depot.title"),
      text: t("depot.text"),
      isDone: (depots.data?.length ?? 0) > 0,
      href: "/depots?add=1",
      action: t("depot.add"),
      done: { href: "/depots", label: t("depots") },
    },
    {
      id: "fleet",
      title: t("fleet.title"),
      text: t("fleet.text"),
      isDone: (drivers.data?.length ?? 0) > 0,
      href: "/drivers?import=1",
      action: t("fleet.import"),
      done: { href: "/drivers", label: t("drivers") },
      other: { href: "/drivers?add=1", label: t("fleet.addOne") },
    },
    {
      id: "orders",
      title: t("orders.title"),
      text: t("orders.text"),
      isDone: (orders.data?.total ?? 0) > 0,
      href: "/orders/import",
      action: t("orders.import"),
      done: { href: "/orders", label: t("orders") },
      other: { href: "/settings/address-book", label: t("bookFirst") },
    },
    {
      id: "plan",
      title: t("plan.title"),
      text: t("plan.text"),
      isDone: false,
      href: "/plan",
      action: t("plan.open"),
      done: { href: "/plan", label: t("plan") },
    },
  ];
  return { steps, isPending: isPending || (project !== null && (depots.isPending || drivers.isPending)) };
}
