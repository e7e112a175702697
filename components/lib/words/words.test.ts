import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, expectTypeOf, test } from "vitest";
import { compileMessages } from "@/components/messages/compile-messages";
import { wordsFor } from "@/components/messages/testing/words-for";

test("plurals follow the language, numbers the locale", () => {
  const english = wordsFor("common");
  expect([0, 1, 12_345].map((count) => english("orders", { count }))).toEqual(["0 orders", "1 order", "12,345 orders"]);
  const spanish = wordsFor("common", { language: "es", locale: "es-ES" });
  expect([1, 12_345].map((count) => spanish("orders", { count }))).toEqual(["1 pedido", "12.345 pedidos"]);
});

test("tags become what the caller makes of them", () => {
  const t = wordsFor("settings");
  const text = t.rich("preferences.example", {
    time: "09:30",
    distance: "12.4 km",
    number: "1,234.5",
    b: (content) => createElement("b", null, content),
  });
  expect(renderToStaticMarkup(text)).toBe(
    "So times read <b>09:30</b>, distances <b>12.4 km</b> and numbers <b>1,234.5</b>.",
  );
});

test("a key or value that is not there does not compile, and a key that is not there throws", () => {
  const t = wordsFor("common");
  // @ts-expect-error no such text
  expect(() => t("nonsense")).toThrow('no text "nonsense" in "common"');
  // @ts-expect-error the count is missing
  expectTypeOf(() => t("orders")).toBeFunction();
  // @ts-expect-error nothing to fill in
  expectTypeOf(() => t("save", { count: 1 })).toBeFunction();
  expectTypeOf(t("orders", { count: 1 })).toBeString();
});

test("only the areas asked for are given out, in one language", () => {
  const messages = compileMessages("es", ["common"]);
  expect(Object.keys(messages)).toEqual(["common"]);
  expect(messages.common!.save).toBe("Guardar");
  // As they arrive, through React's wire format, which takes plain objects only.
  const options = (messages.common!.orders as [[string, number, object]])[0][2];
  expect(Object.getPrototypeOf(options)).toBe(Object.prototype);
});
