import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readerOf } from "@/components/lib/words/reader";
import { MessagesProvider, ReaderProvider } from "@/components/lib/words/words-context";
import { compileMessages } from "@/components/messages/compile-messages";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { PartnerFacts } from "./partner-facts";
import type { WholePartner } from "./partner-words";

test("a price list is shown with its parts of a cent", () => {
  const asked = { acceptLanguage: "en-GB", country: "DK", units: "local", language: null } as const;
  const tariff = { currency: "EUR", baseCents: 500, perKmCents: 111.23, perKgCents: 0.4, gramsCo2PerKm: 219 };
  const partner = {
    name: "Swift",
    type: "3pl",
    contact: {},
    capabilities: [],
    vehicleProfiles: [],
    areas: [],
    sla: {},
    connection: { connector: "tariff", settings: { tariff } },
  } as unknown as WholePartner;
  const html = renderToStaticMarkup(
    <ReaderProvider reader={readerOf(DEFAULT_PREFERENCES, asked)}>
      <MessagesProvider messages={compileMessages("en", ["settingsPartners"])}>
        <PartnerFacts partner={partner} />
      </MessagesProvider>
    </ReaderProvider>,
  );
  expect(html).toContain("€5.00 + €1.1123 / km + €0.004 / kg");
});
