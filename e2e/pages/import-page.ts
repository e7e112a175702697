import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/** The way of a file of orders into the desk. */
export class ImportPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/orders/import");
  }

  async upload(name: string, content: string | Buffer): Promise<void> {
    await this.open();
    await this.choose({ name, content });
    await expect(this.columns()).toBeVisible();
  }

  /** Chooses a file, given by name and content or by path, and leaves it to the page what becomes of it. */
  async choose(file: string | { name: string; content: string | Buffer }): Promise<void> {
    const chosen =
      typeof file === "string"
        ? file
        : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.content as Buffer) };
    await this.page.locator("input[type=file]").first().setInputFiles(chosen);
  }

  columns(): Locator {
    return this.page.getByRole("list", { name: "Columns of the file" });
  }

  /** Why a file was not taken. */
  refusal(fileName: string): Locator {
    return this.page.getByRole("alert").filter({ hasText: `${fileName} cannot be imported` });
  }

  fault(line: number): Locator {
    return this.page
      .getByRole("list", { name: "Faults" })
      .getByRole("button", { name: new RegExp(`^Line ${line}\\b`) });
  }

  /** The faulty rows as the page gives them out. */
  async downloadFaulty(): Promise<string> {
    await this.page.getByRole("button", { name: "More" }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: "Download the faulty rows" }).click();
    return readFileSync(await (await download).path(), "utf8");
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
