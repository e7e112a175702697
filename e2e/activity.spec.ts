import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";

test("what happened is found again, checked and taken out", async ({ page, organization }) => {
  await planDay(organization);
  await page.goto("/settings/activity");
  const list = page.getByRole("list", { name: "Activity" });
  const about = async (kind: string) => {
    await page.getByRole("combobox", { name: "About" }).click();
    await page.getByRole("option", { name: kind }).click();
  };

  await test.step("by kind, by whom, by request; the address keeps it", async () => {
    await about("Projects");
    await expect(list.getByText("Project created")).toBeVisible();
    await expect(list.getByText(/^(Order|Route|Plan) /)).toHaveCount(0);
    await page.getByRole("combobox", { name: "By" }).click();
    await page.getByRole("option", { name: "Programs" }).click();
    await expect(page.getByText("Nothing like that happened")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Nothing like that happened")).toBeVisible();
    await page.getByRole("button", { name: "Show all activity" }).click();
    await expect(list.getByRole("listitem").nth(5)).toBeVisible();
    await about("Projects");
    // A line of the list that goes would be closed again with it.
    await expect(list.getByText(/^(Order|Route|Plan) /)).toHaveCount(0);
    await list.getByText("Project created").click();
    const narrowed = page.waitForResponse(/event\.audit/);
    await list.getByRole("button", { name: "Show all of this" }).click();
    await narrowed;
    const asked = page.waitForResponse(/event\.audit/);
    await about("Everything");
    await asked;
    await expect(list.getByText("Project created")).toBeVisible();
    await expect(list.getByText(/^Route /)).toHaveCount(0);
    await page.getByRole("button", { name: "Show everything again" }).click();
    await expect(list.getByRole("listitem").nth(5)).toBeVisible();
  });

  await test.step("it is whole", async () => {
    await page.getByRole("button", { name: "Check the log" }).click();
    const verdict = page.getByRole("status").filter({ hasText: "Nobody has tampered with the log" });
    await expect(verdict).toContainText(
      /\d+ entries, each tied to the one before it\. The last is number \d+, [0-9a-f]{64}\./,
    );
  });

  await test.step("what is shown can be taken out, and that is written down", async () => {
    await about("Projects");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^activity-\d{4}-\d\d-\d\d\.ndjson$/);
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\n");
    const entries = lines.map((line) => JSON.parse(line) as { type: string; entity: string });
    expect(entries[0]!.type).toBe("project.created");
    expect(new Set(entries.map(({ entity }) => entity))).toEqual(new Set(["project"]));
    await about("Organization");
    await expect(list.getByText("Activity log exported")).toBeVisible();
  });
});
