import { expect, type Page } from "@playwright/test";

/** Fills in the form that is open and sends it. */
export async function sendSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in through the form and waits for the desk. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await sendSignIn(page, email, password);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}
