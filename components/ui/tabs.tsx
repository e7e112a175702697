"use client";
import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import clsx from "clsx";
import type { ReactNode } from "react";

export type TabItem<Value extends string = string> = {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  count?: number;
  disabled?: boolean;
};

export type TabsProps<Value extends string = string> = {
  /** The accessible name of the row of tabs. */
  label: string;
  items: readonly TabItem<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** What the chosen tab shows. */
  children?: ReactNode;
  className?: string;
};

export function Tabs<Value extends string>({
  label,
  items,
  value,
  onValueChange,
  children,
  className,
}: TabsProps<Value>) {
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className={clsx("flex min-h-0 flex-col", className)}
    >
      <BaseTabs.List
        aria-label={label}
        activateOnFocus
        className="relative flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2 [scrollbar-width:none]"
      >
        {items.map((item) => (
          <BaseTabs.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled}
            className="flex h-9 shrink-0 items-center gap-1.5 rounded-md px-2 font-medium text-ink-muted outline-offset-[-3px] hover:text-ink data-active:text-ink data-disabled:opacity-50 [&>svg]:size-4"
          >
            {item.icon}
            {item.label}
            {item.count === undefined ? null : (
              <span className="rounded-full bg-hover px-1.5 text-ink-muted text-xs tabular-nums">{item.count}</span>
            )}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-accent transition-[translate,width] duration-150 ease-quiet" />
      </BaseTabs.List>
      {children}
    </BaseTabs.Root>
  );
}
