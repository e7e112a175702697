import { expect, type Locator, type Page } from "@playwright/test";

/** A driver's phone with his route on it. */
export class DriverPage {
  constructor(readonly page: Page) {}

  async open(link: string): Promise<void> {
    // What counts is what it shows: the last of its files may be long in coming.
    await this.page.goto(link, { waitUntil: "domcontentloaded" });
    await expect(this.press("More")).toBeVisible();
  }

  /** Until the phone can do without network. */
  async waitUntilKept(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-offline", "ready");
  }

  press(name: string | RegExp) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** Acts that the desk does not have yet. */
  async expectWaiting(count: number): Promise<void> {
    await expect(this.page.locator("[data-waiting]")).toHaveAttribute("data-waiting", String(count));
  }

  /** From the way there to what is filled in at the door. */
  async arrive(): Promise<void> {
    await this.press("I am here").click();
    await this.press("Hand over").click();
    await expect(this.press("Back to the route")).toBeVisible();
  }

  async takePhoto(file: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
    const photos = this.page.getByRole("img", { name: /^Photo/ });
    const before = await photos.count();
    await this.page.getByLabel("Take photo: Parcel at the door").setInputFiles(file);
    await expect(photos).toHaveCount(before + 1);
  }

  /** Signs with a finger. */
  async sign(name: string): Promise<void> {
    await this.press(/^Sign/).click();
    const dialog = this.page.getByRole("dialog");
    // Once it has come to rest where it stays.
    await dialog.getByRole("img").hover();
    const paper = (await dialog.getByRole("img").boundingBox())!;
    await this.page.mouse.move(paper.x + 40, paper.y + 60);
    await this.page.mouse.down();
    await this.page.mouse.move(paper.x + 120, paper.y + 100, { steps: 5 });
    await this.page.mouse.move(paper.x + 220, paper.y + 40, { steps: 5 });
    await this.page.mouse.up();
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("button", { name: "Use signature" }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole("img", { name: "Signed" })).toBeVisible();
  }

  async deliver(): Promise<void> {
    await this.press("Delivered").click();
    await expect(this.press("Back to the route")).toBeHidden();
  }
}
