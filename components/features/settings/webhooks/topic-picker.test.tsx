import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readerOf } from "@/components/lib/words/reader";
import { MessagesProvider, ReaderProvider } from "@/components/lib/words/words-context";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { TopicPicker } from "./topic-picker";

test("the group of topics is named, and says what is wrong with it", () => {
  const reader = readerOf(DEFAULT_PREFERENCES, {
    acceptLanguage: "en-GB",
    country: "DK",
    units: "local",
    language: null,
  });
  const html = renderToStaticMarkup(
    <ReaderProvider reader={reader}>
      <MessagesProvider messages={compileMessages("en", ["settingsWebhooks"])}>
        <TopicPicker offered={["delivery.created"]} value={[]} error="Choose at least one." onChange={() => {}} />
      </MessagesProvider>
    </ReaderProvider>,
  );
  const told = (attribute: string) => {
    const id = new RegExp(`<fieldset[^>]* ${attribute}="([^"]+)"`).exec(html)?.[1];
    return new RegExp(` id="${id}"[^>]*>([^<]+)<`).exec(html)?.[1];
  };
  expect(told("aria-labelledby")).toBe("What it hears of");
  expect(told("aria-describedby")).toBe("Choose at least one.");
});
