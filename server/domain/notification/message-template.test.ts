import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { isOffered, PLACEHOLDERS, parseTemplate } from "./message-template";
import { NOTIFICATION_TRIGGERS } from "./notification-policy";
import { type NotificationFacts, notificationValues } from "./notification-values";
import { notificationWords } from "./notification-words";
import { previewTemplate } from "./preview-template";
import { renderTemplate, type TemplateValues } from "./render-template";
import { notificationTemplateSchema, templateIssues } from "./template-form";

const { sample, templates } = notificationWords("en");
const issues = (text: string, field: "subject" | "email" | "sms" = "sms") =>
  templateIssues(field, text, "dispatched").map(({ code, at, length }) => `${code} ${at}+${length}`);

describe("a template", () => {
  test("says what is wrong with it, and where", () => {
    expect(issues("Hello {recipient}")).toEqual([]);
    expect(issues("{{braces}} {{ { order } }}")).toEqual([]);
    expect(issues("Hi {name}, {order")).toEqual(["unknown-placeholder 3+6", "unclosed-brace 11+1"]);
    expect(issues("a } b")).toEqual(["stray-brace 2+1"]);
    expect(issues("{reason}")).toEqual(["not-in-this-message 0+8"]);
    expect(issues("  ")).toEqual(["empty 0+2"]);
    expect(issues("x".repeat(481))).toEqual(["too-long 480+1"]);
    expect(issues("a\nBcc: b", "subject")).toEqual(["line-break 1+1"]);
  });

  test("any text is read without failing, every issue lies within it, and what has none comes back whole", () => {
    const piece = fc.constantFrom("{", "}", "{{", "}}", "{order}", "{link}", "{nobody}", " ", "a", "é");
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (text) => {
          const parsed = parseTemplate(text, "dispatched");
          for (const { at, length } of parsed.issues) {
            expect(length).toBeGreaterThan(0);
            expect(at + length).toBeLessThanOrEqual(text.length);
          }
          const written = parsed.parts.map((part) =>
            part.kind === "text" ? part.text.replace(/[{}]/g, "$&$&") : `{${part.name}}`,
          );
          if (parsed.issues.length === 0) expect(written.join("")).toBe(text);
        },
      ),
    );
  });

  test("leaves no hole where a value is empty", () => {
    const render = (text: string) => renderTemplate(text, "near", { ...sample, order: "" }, "sms");
    expect(render("Your order {order} is here")).toBe("Your order is here");
    expect(render("Your order {order}.")).toBe("Your order.");
    expect(render("Your order {order}")).toBe("Your order");
  });
});

describe("what is put in stays what it is", () => {
  const evil = '<img src=x onerror="a">\r\nBcc: x@y.test & \'';
  const values: TemplateValues = { ...sample, recipient: evil, link: "javascript:alert(1)" };

  test("no markup in HTML, no second header, no second line", () => {
    const html = renderTemplate("Hi {recipient}\n{link}", "dispatched", values, "html");
    expect(html).toBe("Hi &lt;img src=x onerror=&quot;a&quot;&gt; Bcc: x@y.test &amp; &#39;<br>\njavascript:alert(1)");
    expect(renderTemplate("Hi {recipient}", "dispatched", values, "subject")).not.toMatch(/[\r\n]/);
    expect(renderTemplate("{link}", "dispatched", { ...sample, link: "https://a.test/?a=1&b='" }, "html")).toBe(
      '<a href="https://a.test/?a=1&amp;b=&#39;">https://a.test/?a=1&amp;b=&#39;</a>',
    );
  });

  test("for any name: HTML has none of its signs, the other forms have one line and no turned text", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("<", ">", '"', "'", "&", "\n", "\r", "\u2028", "\u202e", "{", "a"),
    });
    fc.assert(
      fc.property(nasty, (recipient) => {
        const put = (form: "html" | "text" | "sms" | "subject") =>
          renderTemplate("{recipient}", "dispatched", { ...sample, recipient }, form);
        expect(put("html")).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        for (const form of ["text", "sms", "subject"] as const) expect(put(form)).not.toMatch(/[\r\n\u2028\u202e]/);
      }),
    );
  });
});

describe("what is written where nobody has worded it", () => {
  const cases = LANGUAGES.flatMap((language) => NOTIFICATION_TRIGGERS.map((trigger) => ({ language, trigger })));

  test.each(cases)("$trigger in $language is whole, and its text message is cheap", ({ language, trigger }) => {
    const template = { trigger, ...notificationWords(language).templates[trigger] };
    expect(notificationTemplateSchema.parse(template)).toEqual(template);
    const preview = previewTemplate(template, language);
    expect(preview.issues).toEqual({ subject: [], email: [], sms: [] });
    expect(preview.smsSize).toMatchObject({ encoding: "gsm-7", segments: 1 });
    expect(preview.text).toContain(notificationWords(language).sample.link);
    expect(`${preview.subject}${preview.text}${preview.sms}`).not.toMatch(/[{}]/);
  });

  test("the preview is what is sent", () => {
    const preview = previewTemplate({ trigger: "delayed", ...templates.delayed }, "en");
    expect(preview.sms).toBe(
      "Green Grocer: Your delivery is late. We are sorry. Now expected Wednesday 10 June, 10:30-12:00. https://track.example.com/track/Zk3vQ0m5T1y8cR7nX2bLwA",
    );
    expect(preview.html).toContain("Hello Alex Morgan,<br>\n<br>\n");
  });
});

describe("a delivery's own values", () => {
  const facts: NotificationFacts = {
    recipientName: "Alex",
    sender: "Green Grocer",
    order: "A-1",
    window: { fromMs: Date.parse("2026-06-10T08:30:00Z"), toMs: Date.parse("2026-06-10T10:00:00Z") },
    serviceDate: "2026-06-10",
    timeZone: "Europe/Copenhagen",
    isLate: true,
    driverName: "Ida Holm Jensen",
    stopsBefore: 3,
    reason: "nobody-home",
    link: "https://a.test/track/x",
  };

  test("times in the door's zone, the driver by his first name", () => {
    const values = notificationValues(messageReaderOf("DK"), facts);
    expect(values).toMatchObject({ when: "Wednesday 10 June, 10:30-12:00", window: "10:30-12:00", driver: "Ida" });
    expect(values).toMatchObject({ stops: "3", reason: "Nobody at home" });
    const bare = { ...facts, window: null, stopsBefore: null, reason: null, isLate: false, driverName: "" };
    expect(notificationValues(messageReaderOf("ES"), bare)).toMatchObject({
      when: "miércoles, 10 de junio",
      window: "",
      lateness: "",
      driver: "",
      stops: "",
      reason: "",
    });
  });

  test("every placeholder is offered somewhere, the link everywhere", () => {
    for (const name of PLACEHOLDERS) expect(NOTIFICATION_TRIGGERS.some((each) => isOffered(name, each))).toBe(true);
    for (const trigger of NOTIFICATION_TRIGGERS) expect(isOffered("link", trigger)).toBe(true);
  });
});
