"use client";
import { Clock, List, Lock, Search, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import { type ListFilter, NO_FILTER } from "./build-rows";

export interface ListFilterBarProps {
  readonly filter: ListFilter;
  readonly onFilterChange: (filter: ListFilter) => void;
}

/** Finds stops and routes in the list. */
export function ListFilterBar({ filter, onFilterChange }: ListFilterBarProps) {
  return (
    <div className="flex shrink-0 items-center gap-2 border-line border-b px-2 py-2">
      <TextField
        label="Find stops and routes"
        hideLabel
        className="flex-1"
        placeholder="Find name, street, number, route"
        value={filter.query}
        onValueChange={(query) => onFilterChange({ ...filter, query })}
        autoComplete="off"
        spellCheck={false}
        leading={<Search aria-hidden="true" />}
        trailing={
          filter.query ? (
            <IconButton
              label="Clear search"
              size="sm"
              icon={<X />}
              onClick={() => onFilterChange({ ...filter, query: NO_FILTER.query })}
            />
          ) : undefined
        }
      />
      <SegmentedControl
        label="Show"
        size="sm"
        options={[
          { value: "all", label: "All stops", icon: <List />, iconOnly: true },
          { value: "late", label: "Only stops with problems", icon: <Clock />, iconOnly: true },
          { value: "locked", label: "Only locked stops", icon: <Lock />, iconOnly: true },
        ]}
        value={filter.only}
        onValueChange={(only) => onFilterChange({ ...filter, only })}
      />
    </div>
  );
}
