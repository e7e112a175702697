"use client";
import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { FirstProject } from "./first-project";

/** Shows the first project's form in place of any page that needs a project, as long as there is none. */
export function SetupGate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const pathname = usePathname();
  const projects = useQuery(trpc.project.list.queryOptions({}));
  // People, account and the like work without a project.
  const isSettings = pathname === "/settings" || pathname.startsWith("/settings/");
  if (!isSettings && projects.data?.length === 0) return <FirstProject isPage />;
  return <>{children}</>;
}
