import { expect, test } from "./fixtures/organization";
import { createProject, PLANNED_DATE } from "./fixtures/planned-day";
import { ImportPage } from "./pages/import-page";

test("a project's own fields are defined once and asked for in the form and in files", async ({
  page,
  organization,
}) => {
  const projectId = await createProject(organization);
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: "Save", exact: true });
  const fields = page.getByRole("list", { name: "Custom fields" });
  const add = async (label: string, kind: string) => {
    await page.getByRole("button", { name: "Add a field" }).click();
    await dialog.getByRole("textbox", { name: "Label" }).fill(label);
    await dialog.getByRole("combobox", { name: "What it holds" }).click();
    await page.getByRole("option", { name: kind }).click();
  };

  await test.step("a number, and one of several choices that is required", async () => {
    await page.goto("/settings/fields");
    await add("Floor", "Number");
    await save.click();
    await expect(fields.getByRole("listitem", { name: "Floor" })).toContainText("Number");
    await add("Kind of goods", "One of several choices");
    await save.click();
    await expect(dialog.getByRole("textbox", { name: "Choices" })).toHaveAttribute("aria-invalid", "true");
    await dialog.getByRole("textbox", { name: "Choices" }).fill("Dry\nCold\n");
    await dialog.getByRole("checkbox", { name: /Required/ }).click();
    await save.click();
    await expect(fields.getByRole("listitem", { name: "Kind of goods" })).toContainText("kind_of_goods");
    await fields.getByRole("button", { name: "Move Kind of goods up" }).click();
    await expect(fields.getByRole("listitem").first()).toContainText("One of Dry, Cold");
  });

  await test.step("a form that was open while somebody else was faster changes nothing", async () => {
    await fields.getByRole("button", { name: "Edit Floor" }).click();
    const [project] = await organization.call<{ customFieldsChangedAt: string }[]>("project.list", {}, "query");
    await organization.call("project.saveCustomFields", {
      projectId,
      fields: [{ name: "kind_of_goods", label: "Kind of goods", kind: "select", choices: ["Dry", "Cold", "Frozen"] }],
      seenAt: new Date(project!.customFieldsChangedAt).toISOString(),
    });
    await dialog.getByRole("textbox", { name: "Label" }).fill("Storey");
    await save.click();
    await expect(dialog.getByRole("alert")).toContainText("changed");
    await page.reload();
    await expect(fields.getByRole("listitem")).toHaveCount(1);
    await fields.getByRole("button", { name: "Edit Kind of goods" }).click();
    await dialog.getByRole("checkbox", { name: /Required/ }).click();
    await save.click();
    await expect(fields.getByText("Required")).toBeVisible();
    await add("Floor", "Number");
    await save.click();
    await expect(fields.getByRole("listitem")).toHaveCount(2);
  });

  await test.step("the order form asks for them, and the order shows them", async () => {
    await page.goto("/orders");
    await page.getByRole("button", { name: "New order" }).first().click();
    await dialog.getByRole("textbox", { name: "Order number" }).fill("F-1");
    await dialog.getByRole("textbox", { name: "Street and house number" }).fill("Carrer d'Aragó 255");
    await dialog.getByRole("textbox", { name: "Floor" }).fill("second");
    await dialog.getByRole("button", { name: "Save order" }).click();
    await expect(dialog.getByText("A number, like 2.5.")).toBeVisible();
    await expect(dialog.getByText("Fill this in.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Floor" }).fill("2");
    await dialog.getByRole("combobox", { name: "Kind of goods" }).click();
    await page.getByRole("option", { name: "Frozen" }).click();
    await dialog.getByRole("button", { name: "Save order" }).click();
    await page.getByText("F-1").first().click();
    await expect(page.getByText("Kind of goods").first()).toBeVisible();
    await expect(page.getByText("Frozen").first()).toBeVisible();
  });

  await test.step("a file's columns are them by their headings, and its lines are held to them", async () => {
    const intake = new ImportPage(page);
    const lines = [
      "order_id,address,kind of goods,floor",
      "F-2,Carrer d'Aragó 1,cold,3",
      "F-3,Carrer d'Aragó 2,wet,up",
    ];
    await intake.upload("orders.csv", `${lines.join("\n")}\n`);
    await expect(intake.columns().getByRole("combobox", { name: /kind of goods/ })).toHaveValue("Kind of goods");
    await intake.checkRows(PLANNED_DATE);
    await expect(intake.fault(3).first()).toBeVisible();
    await expect(intake.fault(2)).toHaveCount(0);
  });
});
