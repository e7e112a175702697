import { html } from "hono/html";
import { describe, expect, test } from "vitest";
import { notesMarkup } from "./notes-markup";

const said = async (notes: string) => String(await html`${notesMarkup(notes)}`);

describe("a dialect’s notes", () => {
  test("are paragraphs, lists and tables, with code and bold words", async () => {
    const text = await said(
      "# Title\n\nMounted at `/x`; choices:\n\n- **One** is\n  two.\n- three\n\n| open | here |\n|---|---|\n| `a\\|b` | c |\n",
    );
    expect(text).not.toContain("Title");
    expect(text).toContain("<p>Mounted at <code>/x</code>; choices:</p>");
    expect(text).toContain("<ul><li><b>One</b> is two.</li><li>three</li></ul>");
    expect(text).toContain('<th scope="col">open</th><th scope="col">here</th>');
    expect(text).toContain("<tr><td><code>a|b</code></td><td>c</td></tr>");
  });

  test("are never markup of their own", async () => {
    expect(await said("Less <b>than</b> `<i>`")).toBe("<p>Less &lt;b&gt;than&lt;/b&gt; <code>&lt;i&gt;</code></p>");
  });
});
