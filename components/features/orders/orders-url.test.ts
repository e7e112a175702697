import { expect, it } from "vitest";
import { deliveryFilterSchema } from "@/server/domain/order/delivery-filter";
import { filterOf, isFiltered, NO_FILTER, ORDERS_URL, sortOf, sortStateOf, sortToUrl, toggled } from "./orders-url";

const any = { ...NO_FILTER, sort: null, dir: null };
const projectId = "01890a5d-ac96-774b-bcce-b302099a8057";

it("asks for everything in the project when the address says nothing", () => {
  expect(filterOf(projectId, any)).toEqual({ projectId });
  expect(isFiltered(any)).toBe(false);
});

it("turns every part of the address into a filter the service takes", () => {
  const view = {
    ...any,
    date: "2026-03-09",
    status: ["requested" as const],
    priority: ["high" as const, "critical" as const],
    tag: ["vip"],
    route: "unplanned" as const,
    address: "doubtful" as const,
    q: "  bred 74 ",
  };
  const filter = filterOf(projectId, view);
  expect(filter).toEqual({
    projectId,
    date: "2026-03-09",
    statuses: ["requested"],
    priorities: ["high", "critical"],
    tags: ["vip"],
    planned: false,
    location: "doubtful",
    search: "bred 74",
  });
  expect(deliveryFilterSchema.safeParse(filter).success).toBe(true);
  expect(isFiltered(view)).toBe(true);
});

it("ignores an address somebody has bent", () => {
  expect(ORDERS_URL.date.parse("2026-02-31")).toBeNull();
  expect(ORDERS_URL.date.parse("none")).toBe("none");
  expect(ORDERS_URL.route.parse("sideways")).toBeNull();
  expect(ORDERS_URL.status.parse("requested,nonsense")).toEqual(["requested"]);
});

it("keeps a search of blanks from counting as a filter", () => {
  expect(isFiltered({ ...any, q: "   " })).toBe(false);
});

it("sorts newest first unless a heading was clicked, and says so to the grid", () => {
  expect(sortOf(any)).toEqual({ by: "created", direction: "desc" });
  const clicked = sortToUrl({ columnId: "name", direction: "descending" });
  expect(sortOf(clicked)).toEqual({ by: "name", direction: "desc" });
  expect(sortStateOf(clicked)).toEqual({ columnId: "name", direction: "descending" });
  expect(sortToUrl({ columnId: "loads", direction: "ascending" })).toEqual({ sort: null, dir: null });
  expect(sortToUrl(null)).toEqual({ sort: null, dir: null });
});

it("toggles a value and leaves no empty list behind", () => {
  expect(toggled(null, "vip")).toEqual(["vip"]);
  expect(toggled(["vip"], "cold")).toEqual(["vip", "cold"]);
  expect(toggled(["vip"], "vip")).toBeNull();
});
