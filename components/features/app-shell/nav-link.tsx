"use client";
import clsx from "clsx";
import Link from "next/link";
import type { NavItem } from "@/components/features/app-shell/nav-item";
import { useWords } from "@/components/lib/words/words-context";

/** An icon over its name: the shape shared by the rail and the phone's bar. */
export const navLinkClass =
  "relative flex flex-col items-center justify-center gap-0.5 rounded-md text-xs transition-colors duration-100 [&>svg]:size-4.5";

export function NavCount({ count }: { count?: number }) {
  const t = useWords("appShell");
  if (!count) return null;
  return (
    <span className="absolute top-0.5 left-[calc(50%+0.25rem)] grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 ring-2 ring-surface font-semibold text-[0.625rem] text-accent-ink leading-none tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> {t("waiting")}</span>
    </span>
  );
}

export function NavLink({ item, current, className }: { item: NavItem; current: boolean; className?: string }) {
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={clsx(
        navLinkClass,
        current ? "bg-accent-soft font-medium text-accent" : "text-ink-muted hover:bg-hover hover:text-ink",
        className,
      )}
    >
      {item.icon}
      <span className="max-w-full truncate tracking-tight">{item.label}</span>
      <NavCount count={item.count} />
    </Link>
  );
}
