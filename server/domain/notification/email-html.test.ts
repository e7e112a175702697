import { expect, test } from "vitest";
import { logoSize } from "@/server/domain/brand/logo";
import { emailContent, emailDocument } from "./email-html";

test("a logo has its size as attributes, and the sender's name where pictures are off", () => {
  const size = logoSize({ widthPixels: 1200, heightPixels: 300 }, { width: 160, height: 36 });
  expect(size).toEqual({ width: 144, height: 36 });
  const content = { language: "en", body: "", because: "", choose: "", chooseAt: "https://a.test/" } as const;
  const html = emailContent({ ...content, sender: 'A "&" B', logo: { url: "https://a.test/l.png", ...size } });
  expect(html).toContain('<img src="https://a.test/l.png" alt="A &quot;&amp;&quot; B" width="144" height="36"');
  expect(emailContent({ ...content, sender: "A", logo: null })).not.toContain("<img");
});

test("what Word does not know is said again in what it does: padding in cells, the column's width in an attribute", () => {
  const texts = { body: "Hello", because: "Because.", choose: "Choose", chooseAt: "https://a.test/" };
  const html = emailDocument(emailContent({ language: "en", sender: "A", logo: null, ...texts }));
  expect(html).toMatch(/<!--\[if mso\]><table role="presentation" width="560"[^>]*><tr><td><!\[endif\]-->/);
  expect(html.match(/<!--\[if mso\]>/g)).toHaveLength(html.match(/<!\[endif\]-->/g)!.length);
  expect(html).not.toMatch(/<(?:div|p)\b|display:\s*(?:flex|grid)|background-image/);
  // Each cell with words has its letters.
  for (const cell of html.match(/<td[^>]*>(?:Hello|A|Because)/g)!) expect(cell).toContain("font-family");
});

test("a logo is drawn no larger than it is, and never vanishes", () => {
  expect(logoSize({ widthPixels: 20, heightPixels: 10 }, { width: 160, height: 36 })).toEqual({
    width: 20,
    height: 10,
  });
  expect(logoSize({ widthPixels: 4000, heightPixels: 2 }, { width: 160, height: 36 }).height).toBe(1);
});
