import type { Page } from "@playwright/test";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { dragRow, hold, take } from "./fixtures/drag-row";
import { joinAs } from "./fixtures/join-as";
import { expect, test } from "./fixtures/organization";
import { PLANNED_DATE, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

test("two dispatchers on one day: seen, warned, in conflict, and never stopped", async ({
  page,
  organization,
  browser,
}) => {
  // Two browsers draw maps on one machine.
  test.setTimeout(360_000);
  const day = await planDay(organization, 3, 4);
  await signIn(page, organization.email, organization.password);
  const anaPage = await joinAs("dispatcher", "Ana Ruiz", { organization, browser });
  const [olga, ana] = [new PlanPage(page), new PlanPage(anaPage)];
  await olga.open(PLANNED_DATE);
  await ana.open(PLANNED_DATE);
  const start = await day.board();
  const on = (number: number, index: number) => start.routes[number - 1]!.stops[index]!.visitId;
  const nameOf = (visitId: string) => start.visits.get(visitId)!.externalId;

  await test.step("each sees that the other is there", async () => {
    await expect(page.getByRole("button", { name: "Also here: Ana Ruiz" })).toBeVisible();
    await expect(anaPage.getByRole("button", { name: "Also here: Olga Owner" })).toBeVisible();
  });

  await test.step("while one drags, the other sees whose hands the routes are in", async () => {
    await ana.toggle(2);
    await take(anaPage, ana.stop(on(2, 0)));
    await hold(anaPage, ana.route(1));
    const holder = olga.route(1).getByRole("img", { name: "Ana Ruiz is moving stops here" });
    await expect(holder).toBeVisible();
    await expect(olga.route(2).getByRole("img", { name: "Ana Ruiz is moving stops here" })).toBeVisible();
    await anaPage.mouse.up();
    await expect(holder).toBeHidden();
    await expect.poll(() => olga.stopCount(1)).toBe(5);
  });

  const contested = on(2, 1);
  await test.step("both move the same stop: the slower one learns who, where and when, and moves it anyway", async () => {
    const release = await holdMoves(anaPage);
    await dragRow(ana, ana.stop(contested), ana.route(1));
    await expect.poll(() => ana.stopCount(1)).toBe(6);
    await olga.toggle(2);
    await dragRow(olga, olga.stop(contested), olga.route(3));
    await expect.poll(async () => placeOf(await day.board(), contested)).toBe(3);
    release();
    const conflicts = anaPage.getByRole("region", { name: "Conflicts" });
    await expect(conflicts).toContainText(
      new RegExp(`Olga Owner moved ${nameOf(contested)} to route 3 at \\d\\d:\\d\\d`),
    );
    await expect(conflicts).toContainText("to route 1 was not saved");
    await expect(ana.announcement()).toContainText("Olga Owner moved");
    await expect.poll(() => ana.stopCount(1)).toBe(5);
    await anaPage.keyboard.press("c");
    await expect(conflicts.getByRole("button", { name: "Keep theirs" })).toBeFocused();
    await anaPage.keyboard.press("Tab");
    await anaPage.keyboard.press("Enter");
    await expect(conflicts).toHaveCount(0);
    await expect.poll(async () => placeOf(await day.board(), contested)).toBe(1);
    await expect.poll(() => olga.stopCount(1)).toBe(6);
  });

  await test.step("undo of what the other has changed since is offered as a new change", async () => {
    await page.getByRole("button", { name: /^Undo:/ }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText(new RegExp(`Ana Ruiz moved ${nameOf(contested)} to route 1 at \\d\\d:\\d\\d`));
    await dialog.getByRole("button", { name: "Revert as a new change" }).click();
    await expect.poll(async () => placeOf(await day.board(), contested)).toBe(2);
    await expect.poll(() => ana.stopCount(2)).toBe(3);
  });

  await test.step("keeping theirs leaves the day as it is", async () => {
    const visitId = on(2, 2);
    const release = await holdMoves(anaPage);
    await dragRow(ana, ana.stop(visitId), ana.route(1));
    await dragRow(olga, olga.stop(visitId), olga.route(3));
    await expect.poll(async () => placeOf(await day.board(), visitId)).toBe(3);
    release();
    await anaPage.getByRole("region", { name: "Conflicts" }).getByRole("button", { name: "Keep theirs" }).click();
    await expect(anaPage.getByRole("region", { name: "Conflicts" })).toHaveCount(0);
    expect(placeOf(await day.board(), visitId)).toBe(3);
    await expect.poll(() => ana.stopCount(3)).toBe(5);
  });

  await test.step("the server answers nothing, and dragging goes on; once it does, all is saved in order", async () => {
    const release = await holdMoves(anaPage);
    await ana.toggle(2);
    await ana.toggle(3);
    for (const [index, visitId] of [on(3, 0), on(3, 1), on(3, 2)].entries()) {
      await dragRow(ana, ana.stop(visitId), ana.route(1));
      await expect.poll(() => ana.stopCount(1)).toBe(6 + index);
    }
    await expect(anaPage.getByText("Saving…")).toBeVisible();
    expect((await day.board()).routes[0]!.stops).toHaveLength(5);
    release();
    await expect.poll(() => olga.stopCount(1), { timeout: 60_000 }).toBe(8);
    await expect(anaPage.getByText("Saving…")).toBeHidden();
    const end = await day.board();
    for (const number of [1, 2, 3]) {
      const stops = end.routes[number - 1]!.stops.length;
      await expect.poll(() => ana.stopCount(number)).toBe(stops);
      await expect.poll(() => olga.stopCount(number)).toBe(stops);
    }
  });

  await test.step("whoever leaves is seen to leave", async () => {
    await anaPage.context().close();
    await expect(page.getByTestId("presence")).toBeHidden({ timeout: 60_000 });
  });
});

/** The number of the route that a visit is on. */
function placeOf(board: PlanBoard, visitId: string): number | undefined {
  return board.routes.find((route) => route.stops.some((stop) => stop.visitId === visitId))?.number;
}

/** Keeps this browser's moves from the server until released. */
async function holdMoves(page: Page): Promise<() => void> {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route("**/api/trpc/*moveStops*", async (route) => {
    await opened;
    // To whoever else slows this page down.
    await route.fallback();
  });
  return open;
}
