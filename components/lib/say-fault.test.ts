import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { INTAKE_CODES } from "@/server/domain/intake/intake-issue";
import { sayFault } from "./say-fault";

const message = "“25:00” is not a time of day. Write 00:00 to 24:00, like 08:30.";

test("readers of English get the words written down with the fault", () => {
  expect(sayFault(wordsFor("faults"), { code: "bad_time", message })).toBe(message);
});

test.each(INTAKE_CODES)("%s is said in Spanish too", (code) => {
  const spanish = wordsFor("faults", { language: "es", locale: "es-ES" });
  const said = sayFault(spanish, { code, message });
  expect(said).not.toBe(message);
  expect(said).not.toBe(wordsFor("faults")(code));
});
