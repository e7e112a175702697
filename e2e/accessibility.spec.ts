import type { Page } from "@playwright/test";
import { CUTOFF_CHECKS } from "@/server/domain/cutoff/cutoff-counts";
import { COLOUR_RULES, expectAccessible } from "./fixtures/judge-page";
import { expect, type TestOrganization, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { runCommand } from "./fixtures/run-command";
import { ImportPage } from "./pages/import-page";
import { PlanPage } from "./pages/plan-page";

type Place = readonly [name: string, open: (page: Page, day: PlannedDay) => Promise<void>];

const at = (path: string, heading: string): Place => [
  path,
  async (page) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  },
];

const PLACES: readonly Place[] = [
  [
    "the plan with a stop chosen",
    async (page, day) => {
      const plan = new PlanPage(page);
      await plan.open(day.date);
      await plan.toggle(1);
      await plan.stopsOf(1).first().click();
      await expect(page.locator("body")).toHaveAttribute("data-map", "idle");
    },
  ],
  [
    "the plan's dispatch dialog",
    async (page, day) => {
      await new PlanPage(page).open(day.date);
      await page.getByRole("button", { name: /^Dispatch/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  ],
  [
    "the orders with one chosen",
    async (page) => {
      await page.goto("/orders");
      await page.getByRole("row").nth(1).getByRole("gridcell").nth(1).click();
      await expect(page.getByRole("row").nth(1)).toBeVisible();
    },
  ],
  [
    "the order form",
    async (page) => {
      await page.goto("/orders");
      await page.getByRole("button", { name: /New order/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  ],
  [
    "the columns of an import",
    async (page) => {
      await new ImportPage(page).upload("orders.csv", "order_id,name,address\nA-1,=1+1,Carrer d'Aragó 1\n");
    },
  ],
  [
    "the review of an import",
    async (page, { date }) => {
      const intake = new ImportPage(page);
      await intake.upload("orders.csv", "order_id,name,address\nA-1,=1+1,Carrer d'Aragó 1\nA-2,Ona,Carrer d'Aragó 2\n");
      await intake.checkRows(date);
      await intake.fault(2).click();
    },
  ],
  at("/drivers", "Drivers"),
  at("/live/exceptions", "Exceptions"),
  at("/outbox", "Outbox"),
  at("/ratings", "Ratings"),
  at("/reports", "Reports"),
  at("/settings", "Settings"),
  at("/settings/people", "Settings"),
  at("/settings/tracking", "Settings"),
  at("/settings/messages", "Settings"),
  at("/settings/slots", "Settings"),
  at("/settings/fields", "Settings"),
];

const PLAN_PLACES: readonly Place[] = [
  [
    "the plan's receipts",
    async (page, day) => {
      await new PlanPage(page).open(day.date);
      await runCommand(page, "Receipts of the dispatch");
      await expect(page.getByRole("dialog").getByText("Not opened")).toBeVisible();
    },
  ],
  [
    "rolling over what is selected",
    async (page, day) => {
      await openWithSelection(page, day);
      await runCommand(page, "Roll over");
      await expect(page.getByRole("dialog", { name: "Roll over to another day" })).toBeVisible();
    },
  ],
  [
    "telling drivers again",
    async (page, day) => {
      const plan = new PlanPage(page);
      await plan.open(day.date);
      await plan.route(2).click();
      await runCommand(page, "Notify the driver");
      await expect(page.getByRole("dialog", { name: "Send drivers their route again" })).toBeVisible();
    },
  ],
  ...CUTOFF_CHECKS.map(
    (check): Place => [
      `the cut-off's ${check}`,
      async (page, day) => {
        await page.goto(`/plan/${day.date}`);
        await page.getByTestId("cutoff-button").click();
        const drawer = page.getByRole("dialog", { name: /Cut-off/ });
        await drawer.locator(`[data-check="${check}"]`).click();
        await expect(drawer.locator(`[data-check="${check}"]`)).toHaveAttribute("aria-current", "true");
        await expect(drawer.locator(`[data-check="${check}"]`)).toHaveAttribute("data-count", /^\d+$/);
      },
    ],
  ),
];

for (const [what, places] of [
  ["the desk", PLACES],
  ["the checklist and the plan's dialogs", PLAN_PLACES],
] as const) {
  test(`${what}: no serious faults of accessibility, light and dark`, async ({ page, organization }) => {
    test.setTimeout(600_000);
    const day = await planDay(organization);
    await dispatchRoute(organization, day, 2);
    for (const [name, open] of places) {
      await test.step(name, async () => {
        await open(page, day);
        await expectAccessibleInBothThemes(page, name);
      });
    }
  });
}

test("signing in has no serious faults of accessibility, light and dark", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up", "/forgot-password", "/reset-password"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleInBothThemes(page, path);
  }
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expectAccessibleInBothThemes(page, "/sign-in with its faults");
});

/** All stops of the first route and of the unassigned. */
async function openWithSelection(page: Page, day: PlannedDay): Promise<void> {
  const plan = new PlanPage(page);
  await plan.open(day.date);
  await plan.route(1).click();
  await page.keyboard.press("Control+a");
}

/** Something for the outbox and a route that can no longer be changed. */
async function dispatchRoute(organization: TestOrganization, { planId, board }: PlannedDay, number: number) {
  const { routes } = await board();
  const { id: routeId, version } = routes.find((route) => route.number === number)!;
  await organization.call("plan.dispatch", {
    planId,
    mutationId: `dispatch-${routeId}`,
    routes: [{ routeId, version }],
  });
}

/** Judges what is open in both themes: the same page takes on the other one's colours as it is asked to. */
async function expectAccessibleInBothThemes(page: Page, name: string): Promise<void> {
  const grounds: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await wear(page, theme);
    grounds.push(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor));
    await expectAccessible(page, `${name}, ${theme}`, theme === "dark" ? COLOUR_RULES : undefined);
  }
  // Nor has a page that stayed light twice been judged in the dark.
  expect.soft(grounds[0], name).not.toBe(grounds[1]);
}

/** The page in that theme, with all its colours arrived. */
async function wear(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.waitForFunction((dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark, theme === "dark");
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
