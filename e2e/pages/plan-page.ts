import { expect, type Locator, type Page } from "@playwright/test";

/** The dispatch board of one day. */
export class PlanPage {
  constructor(readonly page: Page) {}

  async open(date: string): Promise<void> {
    await this.page.goto(`/plan/${date}`);
    await expect(this.tree()).toBeVisible();
  }

  tree(): Locator {
    return this.page.getByRole("treegrid", { name: "Routes and stops" });
  }

  route(number: number): Locator {
    return this.tree().locator(`[data-drop-kind="route"][data-route-number="${number}"]`);
  }

  stopsOf(number: number): Locator {
    return this.tree().locator(`[data-visit-id][data-route-number="${number}"]`);
  }

  stop(visitId: string): Locator {
    return this.tree().locator(`[data-visit-id="${visitId}"]`);
  }

  /** A driven route's bars of one kind in the timeline, drawn as one path. */
  driven(number: number, kind: string): Locator {
    return this.page.locator(`[data-testid="timeline-band"][data-route-number="${number}"] path[data-kind="${kind}"]`);
  }

  /** Where they begin and how long they are, in pixels. */
  async barsOf(number: number, kind: string): Promise<{ left: number; width: number }[]> {
    const drawn = (await this.driven(number, kind).getAttribute("d")) ?? "";
    return [...drawn.matchAll(/M([\d.-]+) \d+h([\d.]+)/g)].map(([, left, width]) => ({
      left: Number(left),
      width: Number(width),
    }));
  }

  async stopCount(number: number): Promise<number> {
    return stopsIn(await this.route(number).getAttribute("aria-label"));
  }

  /** The first two numbers, from `from` on, of routes that have at least `stops` stops and at most a list's height. */
  async routesWithStops(stops: number): Promise<[number, number]> {
    let found: number[] = [];
    const rows = this.tree().locator('[data-drop-kind="route"]');
    await expect
      .poll(async () => {
        const all = await rows.evaluateAll((elements) =>
          elements.map((row) => [row.getAttribute("data-route-number"), row.getAttribute("aria-label")] as const),
        );
        found = all.filter(([, label]) => stopsIn(label) >= stops).map(([number]) => Number(number));
        return found.length;
      }, `routes with ${stops} stops in view`)
      .toBeGreaterThan(1);
    return [found[0]!, found[1]!];
  }

  async chooseAllDrivers(count: number): Promise<void> {
    await this.page.getByRole("button", { name: "Choose drivers" }).click();
    const all = this.page.getByRole("checkbox", { name: "Choose all" });
    if (!(await all.isChecked())) await all.click();
    await this.page.getByRole("button", { name: `Use ${count} drivers` }).click();
    await expect(this.route(1)).toBeVisible();
  }

  async optimize(): Promise<void> {
    await this.page.getByRole("button", { name: /^Optimise/ }).click();
    await this.page
      .getByRole("dialog")
      .getByRole("button", { name: /^Optimise/ })
      .click();
    await expect(this.proposal()).toBeVisible({ timeout: 150_000 });
  }

  proposal(): Locator {
    return this.page.getByRole("region", { name: "Proposal" });
  }

  /** An edit that is looked at before it is done. */
  preview(): Locator {
    return this.page.getByTestId("edit-preview");
  }

  async commit(): Promise<void> {
    await this.proposal()
      .getByRole("button", { name: /^Commit/ })
      .click();
    await expect(this.proposal()).toBeHidden();
  }

  announcement(): Locator {
    return this.page.getByRole("status", { name: "Board announcements" });
  }

  async toggle(number: number): Promise<void> {
    await this.route(number)
      .getByRole("button", { name: new RegExp(`^(Open|Close) route ${number}$`) })
      .click();
  }
}

/** How many stops a route's row says that it has. */
function stopsIn(label: string | null): number {
  return Number(/(\d+) stops?$/.exec(label ?? "")?.[1]);
}
