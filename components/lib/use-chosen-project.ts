"use client";
import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useCallback } from "react";
import type { RouterOutput } from "./router-types";
import { useTRPC } from "./trpc";

export type Project = RouterOutput["project"]["list"][number];

const storageKey = "dray.project";

function remembered(): string | null {
  try {
    return globalThis.localStorage?.getItem(storageKey) ?? null;
  } catch {
    return null;
  }
}

/** The project looked at: the address's, else the last one chosen in this browser, else the first. */
export function useChosenProject() {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions({}));
  const [inAddress, setInAddress] = useQueryState("project");
  const list = projects.data ?? [];
  const find = (id: string | null) => list.find((each) => each.id === id);
  const project = find(inAddress) ?? find(remembered()) ?? list[0] ?? null;
  const choose = useCallback(
    (id: string) => {
      try {
        localStorage.setItem(storageKey, id);
      } catch {
        // The address still says it.
      }
      void setInAddress(id);
    },
    [setInAddress],
  );
  return { project, projects: list, isPending: projects.isPending, error: projects.error, choose };
}
