import { expect, it } from "vitest";
import { currentItem, type NavItem } from "@/components/features/app-shell/nav-item";

const items: NavItem[] = ["/plan", "/orders", "/orders/import"].map((href) => ({
  id: href,
  label: href,
  href,
  icon: null,
}));

it.each([
  ["/plan/2026-03-09", "/plan"],
  ["/planning", undefined],
  ["/orders", "/orders"],
  ["/orders/42", "/orders"],
  ["/orders/import", "/orders/import"],
  ["/", undefined],
])("%s belongs to %s", (pathname, href) => {
  expect(currentItem(items, pathname)?.href).toBe(href);
});
