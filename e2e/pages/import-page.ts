import { expect, type Locator, type Page } from "@playwright/test";

/** The way of a file of orders into the desk. */
export class ImportPage {
  constructor(private readonly page: Page) {}

  async upload(name: string, text: string): Promise<void> {
    await this.page.goto("/orders/import");
    await this.page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(this.page.getByRole("list", { name: "Columns of the file" })).toBeVisible();
  }

  /** Takes the columns as guessed, for this service day. */
  async checkRows(date: string): Promise<void> {
    await this.page.getByLabel("Service day").fill(date);
    await this.page.getByRole("button", { name: /^Check/ }).click();
    await expect(this.grid()).toBeVisible();
  }

  grid(): Locator {
    return this.page.getByRole("grid", { name: "Rows of the file" });
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name: new RegExp(`^${name}`) });
  }

  /** Goes to a line's fault by the list beside the rows and writes its cell anew, in place. */
  async putRight(line: number, wrong: string, right: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^Line ${line}\\b`) }).click();
    await this.grid().getByRole("gridcell", { name: wrong, exact: true }).dblclick();
    const editor = this.grid().getByRole("textbox");
    await editor.fill(right);
    await editor.press("Enter");
    await expect(this.grid().getByRole("gridcell", { name: wrong, exact: true })).toHaveCount(0);
  }

  async importRows(rows: number): Promise<void> {
    const count = rows.toLocaleString("en-GB");
    await this.page.getByRole("button", { name: new RegExp(`^Import ${count}( good)? rows`) }).click();
  }
}
