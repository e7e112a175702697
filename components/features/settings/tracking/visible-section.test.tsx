import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readerOf } from "@/components/lib/words/reader";
import { MessagesProvider, ReaderProvider } from "@/components/lib/words/words-context";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { DEFAULT_TRACKING_POLICY } from "@/server/domain/tracking/tracking-policy";
import type { TrackingForm } from "./use-tracking-form";
import { VisibleSection } from "./visible-section";

test("only of what is kept in whole ones a whole number is asked for", () => {
  const asked = { acceptLanguage: "en-US", country: "US", units: "local", language: null } as const;
  const wrong = new Set(["position.roundMeters", "position.delaySeconds"]);
  const form = { draft: DEFAULT_TRACKING_POLICY, wrong, round: 0, change: () => {} } as unknown as TrackingForm;
  const html = renderToStaticMarkup(
    <ReaderProvider reader={readerOf(DEFAULT_PREFERENCES, asked)}>
      <MessagesProvider messages={compileMessages("en", ["settingsTracking", "settingsForm"])}>
        <VisibleSection form={form} />
      </MessagesProvider>
    </ReaderProvider>,
  );
  expect(html.match(/A (whole )?number from [\d.,]+ to [\d.,]+/g)).toEqual([
    "A number from 164 to 16,404.2",
    "A whole number from 15 to 300",
  ]);
});
