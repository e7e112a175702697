"use client";
import { List, Map as MapIcon, MoreHorizontal } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { commandMenuEntries } from "@/components/lib/commands";
import { useWords } from "@/components/lib/words/words-context";
import { DatePicker } from "@/components/ui/date-picker";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { ProjectItem } from "../plan-gateway";

export interface DayPickerProps {
  readonly projects: readonly ProjectItem[];
  readonly projectId: string;
  readonly onProjectChange: (projectId: string) => void;
  readonly date: string;
}

/** The bar over the board; without a plan it still changes the day. */
export function PlanTopBar({ children, ...day }: DayPickerProps & { children?: ReactNode }) {
  return (
    <header
      data-print="hide"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-surface px-3 py-1.5"
    >
      <DayPicker {...day} />
      {children}
    </header>
  );
}

function DayPicker({ projects, projectId, onProjectChange, date }: DayPickerProps) {
  const t = useWords("boardTop");
  const router = useRouter();
  const search = useSearchParams();
  const goTo = (day: string) => {
    // What is searched for belongs to the day left; how days are looked at does not.
    const kept = ["project", "mode"].flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    });
    const query = new URLSearchParams(kept).toString();
    router.push(`/plan/${day}${query ? `?${query}` : ""}`);
  };
  return (
    <>
      {projects.length > 1 ? (
        <Select
          label={t("project")}
          hideLabel
          className="w-40 max-sm:w-28"
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          value={projectId}
          onValueChange={onProjectChange}
        />
      ) : (
        <h1 className="max-w-40 truncate font-semibold text-md max-sm:sr-only">{projects[0]?.name ?? t("plan")}</h1>
      )}
      <DatePicker label={t("day")} hideLabel value={date} onValueChange={goTo} />
    </>
  );
}

export interface NarrowSwitchProps {
  readonly value: "list" | "map";
  readonly onValueChange: (value: "list" | "map") => void;
}

/** On narrow screens the list and the map take turns. */
export function NarrowSwitch({ value, onValueChange }: NarrowSwitchProps) {
  const t = useWords("boardTop");
  return (
    <SegmentedControl
      label={t("view")}
      className="max-sm:ml-auto lg:hidden"
      value={value}
      onValueChange={onValueChange}
      options={[
        { value: "list", label: t("view.list"), icon: <List />, iconOnly: true },
        { value: "map", label: t("view.map"), icon: <MapIcon />, iconOnly: true },
      ]}
    />
  );
}

/** What finds no room in the bar. */
export function MoreMenu({ commands }: { commands: Parameters<typeof commandMenuEntries>[0] }) {
  const t = useWords("boardTop");
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t("more")} icon={<MoreHorizontal />} />}
      entries={commandMenuEntries(commands)}
    />
  );
}
