import sharp from "sharp";
import { DriverDevice } from "./fixtures/driver-device";
import { judgePage } from "./fixtures/judge-page";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";

const MINUTE = 60_000;

/** A parcel before a door, another one for each number. */
function photo(number: number, light = 1): Promise<Buffer> {
  const grey = (level: number) =>
    `rgb(${Math.round(level * light)},${Math.round(level * 0.92 * light)},${Math.round(level * 0.8 * light)})`;
  const bricks = Array.from({ length: 200 }, (_, index) => {
    const [x, y] = [(index % 20) * 70 - (Math.floor(index / 20) % 2) * 35, Math.floor(index / 20) * 90];
    return `<rect x="${x}" y="${y}" width="64" height="84" fill="${grey(150 + ((index * 37) % 40))}"/>`;
  });
  const door = `<rect x="480" y="120" width="320" height="780" fill="${grey(70)}"/><circle cx="760" cy="520" r="14" fill="${grey(220)}"/>`;
  const parcel = `<rect x="${520 + number * 20}" y="700" width="220" height="180" fill="${grey(190)}"/><path d="M${620 + number * 20} 700v180" stroke="${grey(120)}" stroke-width="16"/>`;
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960"><rect width="1280" height="960" fill="${grey(110)}"/>${bricks.join("")}${door}${parcel}</svg>`;
  return sharp(Buffer.from(scene)).jpeg().toBuffer();
}

/** A line, another one for each number. */
function signature(number: number): Promise<Buffer> {
  const line = `M40 130C90 20 120 20 110 120S160 40 190 ${110 - number * 9} 240 40 260 110 330 90 420 60`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="180"><path d="${line}" fill="none" stroke="#111" stroke-width="4"/></svg>`;
  return sharp(Buffer.from(drawing)).flatten({ background: "white" }).png().toBuffer();
}

test("what drivers send is gone through by keys: seen, approved, flagged, taken back, and exported", async ({
  page,
  organization,
}) => {
  const now = Date.now();
  const ago = (minutes: number) => new Date(now - minutes * MINUTE);
  const { zone, date } = midDay(new Date(now));
  const day = await planDay(organization, 2, 5, date, {}, zone);
  const [route] = (await day.board()).routes;
  const board = await day.board();
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: board.routes.map(({ id, version }) => ({ routeId: id, version })),
  });
  const visitIds = route!.stops.map(({ visitId }) => visitId);
  const device = await DriverDevice.open(page.request, organization, route!.id);
  await device.act("start-route", ago(100));
  for (const [index, visitId] of visitIds.entries()) {
    const at = 95 - index * 15;
    const door = board.visits.get(visitId)!.position!;
    // The third is reported from far away, the fourth in the dark.
    const position = { lat: door.lat + (index === 2 ? 0.006 : 0.0002), lng: door.lng, accuracyMeters: 12 };
    await device.act("arrive", ago(at), { visitId, position });
    const proofIds = [
      await device.prove("photo", await photo(index, index === 3 ? 0.08 : 1), ago(at - 2), { visitIds: [visitId] }),
      await device.prove("signature", await signature(index), ago(at - 3), { visitIds: [visitId] }),
    ];
    await device.act("complete", ago(at - 4), {
      visitIds: [visitId],
      outcome: "delivered",
      recipientName: "A. Neighbour",
      note: "Left with the neighbour, third floor.",
      proofIds,
      position,
    });
  }

  await page.goto(`/plan/${date}?mode=review`);
  await page.getByRole("link", { name: "Go through the evidence" }).click();
  const queue = page.getByRole("list", { name: "Visits to review" });
  await expect(queue.getByRole("listitem")).toHaveCount(visitIds.length);
  // Pictures are looked at one after the other, and the queue hears of each.
  await expect(queue.getByText("2 pictures")).toHaveCount(visitIds.length);
  const picture = page.getByRole("img", { name: /^Photo of/ });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);

  await test.step("a walk by keys to what stands out", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.getByText(/Reported .* from the address\./)).toBeVisible();
    await expect(page.getByRole("img", { name: /The driver was/ })).toBeVisible();
    const { violations } = await judgePage(page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  await test.step("flagged with a note, taken back, approved in one go", async () => {
    await page.getByRole("textbox", { name: "Note to the decision" }).fill("Whose door is this?");
    await page.getByRole("button", { name: "Flag", exact: true }).click();
    await expect(queue.getByRole("listitem")).toHaveCount(visitIds.length - 1);
    const undo = page.getByRole("button", { name: "Undo" });
    await undo.click();
    await expect(undo).toHaveCount(0);
    await expect(queue.getByRole("listitem")).toHaveCount(visitIds.length);
    await page.keyboard.press("x");
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    await expect(page.getByText("2 selected")).toBeVisible();
    await page.keyboard.press("a");
    await expect(queue.getByRole("listitem")).toHaveCount(visitIds.length - 2);
  });

  await test.step("the evidence file, and who has looked at what", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Evidence file" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^evidence-.*\.zip$/);
    type Event = { readonly type: string };
    const log = await organization.call<Event[]>("event.timeline", { entity: "proof" }, "query");
    const types = new Set(log.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      "proof.exported",
      "proof.reviewed",
      "proof.uploaded",
      "proof.verified",
      "proof.viewed",
    ]);
  });

  await test.step("on a phone, with one thumb", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/review?project=${day.projectId}&date=${date}`);
    await queue.getByRole("listitem").first().getByRole("button").last().click();
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(picture).toBeVisible();
  });
});
