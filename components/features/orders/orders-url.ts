import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";
import type { SortState } from "@/components/ui/data-grid-column";
import { DELIVERY_SORTS, type DeliveryFilter, type DeliverySort } from "@/server/domain/order/delivery-filter";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { isLocalDate } from "@/server/domain/time/local-date";

const parseAsDay = createParser<string>({
  parse: (text) => (text === "none" || isLocalDate(text) ? text : null),
  serialize: (day) => day,
});

/** What of the order list is in its address, so that a view can be bookmarked, sent and gone back to. */
export const ORDERS_URL = {
  date: parseAsDay,
  status: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATUSES)),
  priority: parseAsArrayOf(parseAsStringLiteral(PRIORITIES)),
  tag: parseAsArrayOf(parseAsString),
  route: parseAsStringLiteral(["planned", "unplanned"]),
  address: parseAsStringLiteral(["doubtful", "pending", "certain"]),
  q: parseAsString,
  sort: parseAsStringLiteral(DELIVERY_SORTS),
  dir: parseAsStringLiteral(["asc", "desc"]),
  /** The order whose details are open. */
  order: parseAsString,
};

type ParsedUrl = { -readonly [K in keyof typeof ORDERS_URL]: ReturnType<(typeof ORDERS_URL)[K]["parse"]> };
/** The filter's part of the address; null stands for "any". */
export type OrdersView = Omit<ParsedUrl, "order">;

export const NO_FILTER = {
  date: null,
  status: null,
  priority: null,
  tag: null,
  route: null,
  address: null,
  q: null,
} as const;

/** The filter as the list service takes it. */
export function filterOf(projectId: string, view: OrdersView): DeliveryFilter {
  const search = view.q?.trim();
  return {
    projectId,
    ...(view.date && { date: view.date }),
    ...(view.status?.length && { statuses: view.status }),
    ...(view.priority?.length && { priorities: view.priority }),
    ...(view.tag?.length && { tags: view.tag }),
    ...(search && { search: search.slice(0, 200) }),
    ...(view.address && { location: view.address }),
    ...(view.route && { planned: view.route === "planned" }),
  };
}

/** True when the address narrows the list at all. */
export function isFiltered(view: OrdersView): boolean {
  return Object.keys(filterOf("", view)).length > 1;
}

/** The sort as the list service takes it: newest first unless said otherwise. */
export function sortOf(view: Pick<OrdersView, "sort" | "dir">): DeliverySort {
  return view.sort ? { by: view.sort, direction: view.dir ?? "asc" } : { by: "created", direction: "desc" };
}

/** The sort as the grid's headings show it. */
export function sortStateOf(view: Pick<OrdersView, "sort" | "dir">): SortState | null {
  if (!view.sort) return null;
  return { columnId: view.sort, direction: view.dir === "desc" ? "descending" : "ascending" };
}

/** A click on a heading, for the address. */
export function sortToUrl(sort: SortState | null): Pick<OrdersView, "sort" | "dir"> {
  const by = DELIVERY_SORTS.find((each) => each === sort?.columnId) ?? null;
  return { sort: by, dir: by && sort?.direction === "descending" ? "desc" : null };
}

/** The list with one value more, or one less; null when none is left. */
export function toggled<T extends string>(list: readonly T[] | null, value: T): T[] | null {
  const before = list ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return after.length > 0 ? after : null;
}
