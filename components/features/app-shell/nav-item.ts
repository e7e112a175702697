import type { ReactNode } from "react";

export type NavItem = {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
  /** What waits there; hidden at zero. */
  count?: number;
};

export type Viewer = { name: string; email: string; organizationName: string; role: string };

/** Whether an item's page, or one below it, is open. "/plan" does not claim "/planning". */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** The item open now; where one item's path lies below another's, the deeper. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter((item) => isCurrent(item.href, pathname))
    .sort((left, right) => right.href.length - left.href.length)[0];
}
