import { describe, expect, test } from "vitest";
import { draftOf, faultExcerpt, insertInto, templateKey, type Wording, withDraft } from "./template-drafts";

const near: Wording = {
  trigger: "near",
  language: "en",
  subject: "Soon",
  email: "Soon: {when}",
  sms: "Soon!",
  changedAt: "2026-06-09T08:00:00.000Z",
};
const key = templateKey(near);

describe("a message that is worded anew", () => {
  test("keeps its draft, and is none once it is as stored again", () => {
    const changed = withDraft([near], {}, key, { sms: "Now!" });
    expect(draftOf([near], changed, key)).toEqual({ ...near, sms: "Now!" });
    expect(withDraft([near], changed, key, { sms: "Soon!" })).toEqual({});
  });

  test("remembers which wording it began from, whatever is stored meanwhile", () => {
    const drafts = withDraft([near], {}, key, { sms: "Now!" });
    const newer = { ...near, subject: "Nearby", changedAt: "2026-06-09T09:00:00.000Z" };
    expect(draftOf([newer], withDraft([newer], drafts, key, { email: "x" }), key)).toMatchObject({
      subject: "Soon",
      changedAt: near.changedAt,
    });
  });
});

test("a placeholder takes the place of what is selected, and the caret stands behind it", () => {
  expect(insertInto("Hello you!", "{recipient}", 6, 9)).toEqual({ text: "Hello {recipient}!", caret: 17 });
});

test("a fault is shown with a little of what is around it", () => {
  const text = "A rather long beginning, then {nam} and some more words after it";
  expect(faultExcerpt(text, 30, 5)).toEqual({
    before: "…beginning, then ",
    piece: "{nam}",
    after: " and some more w…",
  });
  expect(faultExcerpt("{x}", 0, 3)).toEqual({ before: "", piece: "{x}", after: "" });
});
