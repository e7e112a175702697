import { expect, test } from "vitest";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteChange } from "./compose-route-change";

const english = messageReaderOf("DK");
const facts = {
  driverName: "Ida",
  routeNumber: 7,
  date: "2026-10-25",
  timeZone: "Europe/Copenhagen",
  startAt: new Date("2026-10-25T07:15:00Z"),
  stops: 12,
  added: ["Gade 1 (Anna)"],
  removed: ["Vej 2 (Bo)", "Vej 3 (Carl)"],
};

test("tells only what is different, and that the link shows the rest", () => {
  const message = composeRouteChange(english, facts);
  expect(message.subject).toBe("Your route 7 on Sunday 25 October has changed");
  expect(message.sms).toBe(
    "Route 7, Sunday 25 October, has changed: 1 new, 2 taken off. Now 12 stops, start 08:15. Your link shows it.",
  );
  expect(message.email).toContain("New on your route:\n- Gade 1 (Anna)\n");
  expect(message.email).toContain("No longer on your route:\n- Vej 2 (Bo)\n- Vej 3 (Carl)\n");
});

test("says when only the order is new, when nothing is left, and cuts long lists", () => {
  const reordered = composeRouteChange(english, { ...facts, added: [], removed: [] });
  expect(reordered.sms).toContain("new order of stops");
  expect(reordered.email).toContain("their order is new");
  const loading = composeRouteChange(english, { ...facts, added: [], removed: [], isLoadingOnly: true });
  expect(loading.sms).toContain("has changed: where you load again.");
  expect(loading.email).not.toContain("their order is new");
  expect(composeRouteChange(english, { ...facts, stops: 0 }).sms).toContain("Now no stops.");
  const many = Array.from({ length: 25 }, (_, index) => `Gade ${index}`);
  expect(composeRouteChange(english, { ...facts, added: many }).email).toContain("- Gade 19\nand 5 more\n");
});

test("is written in Spanish where the project is", () => {
  const spanish = messageReaderOf("ES");
  const message = composeRouteChange(spanish, facts);
  expect(message.subject).toBe("Su ruta 7 del domingo, 25 de octubre ha cambiado");
  expect(message.sms).toBe(
    "Ruta 7, domingo, 25 de octubre, ha cambiado: 1 nueva, 2 retiradas. Ahora 12 paradas, salida 08:15. Su enlace la muestra.",
  );
  expect(message.email).toContain("Nuevo en su ruta:\n- Gade 1 (Anna)\n");
  expect(message.email).toContain("Ya no está en su ruta:\n- Vej 2 (Bo)\n- Vej 3 (Carl)\n");
  const reordered = composeRouteChange(spanish, { ...facts, added: [], removed: [] });
  expect(reordered.sms).toContain("nuevo orden de paradas");
  const many = Array.from({ length: 25 }, (_, index) => `Calle ${index}`);
  expect(composeRouteChange(spanish, { ...facts, added: many }).email).toContain("- Calle 19\ny 5 más\n");
});
