import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { type EditSummary, editSummarySchema, labelOfEdit } from "@/server/domain/plan/edit-summary";
import { sayEdit } from "./say-edit";

const spanish = wordsFor("edits", { language: "es", locale: "es-ES" });
const cases: readonly (readonly [EditSummary, english: string, spanish: string])[] = [
  [{ kind: "unplan", stops: 1, name: "A-7" }, "Unplan A-7", "Quitar A-7 de su ruta"],
  [{ kind: "unplan", stops: 2, name: null }, "Unplan 2 stops", "Quitar 2 paradas de su ruta"],
  [{ kind: "plan", stops: 1, name: "A-7", to: 9 }, "Plan A-7 on 9", "Planificar A-7 en la ruta 9"],
  [{ kind: "plan", stops: 3, name: null, to: 9 }, "Plan 3 stops on 9", "Planificar 3 paradas en la ruta 9"],
  [{ kind: "reorder", stops: 1, name: "A-7", route: 9 }, "Re-order A-7 on 9", "Reordenar A-7 en la ruta 9"],
  [{ kind: "reorder", stops: 3, name: null, route: 9 }, "Re-order 3 stops on 9", "Reordenar 3 paradas en la ruta 9"],
  [{ kind: "move", stops: 1, name: "A-7", from: [7], to: 9 }, "Move A-7 7→9", "Mover A-7 7→9"],
  [{ kind: "move", stops: 12, name: null, from: [7], to: 9 }, "Move 12 stops 7→9", "Mover 12 paradas 7→9"],
  [{ kind: "move", stops: 12, name: null, from: [7, 8], to: 9 }, "Move 12 stops to 9", "Mover 12 paradas a la ruta 9"],
  [{ kind: "lock-stops", stops: 1, isLocked: true }, "Lock 1 stop", "Fijar 1 parada"],
  [{ kind: "lock-stops", stops: 2, isLocked: false }, "Unlock 2 stops", "Soltar 2 paradas"],
  [{ kind: "lock-routes", routes: 1, isLocked: true }, "Lock 1 route", "Bloquear 1 ruta"],
  [{ kind: "lock-routes", routes: 2, isLocked: false }, "Unlock 2 routes", "Desbloquear 2 rutas"],
  [{ kind: "freeze-front", routes: 1, frozenStops: 2 }, "Freeze 2 stops of 1 route", "Congelar 2 paradas de 1 ruta"],
  [{ kind: "freeze-front", routes: 1, frozenStops: 0 }, "Unfreeze 1 route", "Descongelar el principio de 1 ruta"],
  [{ kind: "optimize", routes: 40 }, "Optimize 40 routes", "Optimizar 40 rutas"],
  [{ kind: "bring-back", orders: 1 }, "Bring back 1 order", "Recuperar 1 pedido"],
];

describe("what an edit did", () => {
  test.each(cases)("%o in both languages, the English as it is written down", (summary, english, translated) => {
    expect(editSummarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
    expect(labelOfEdit(summary)).toBe(english);
    expect(sayEdit(wordsFor("edits"), { label: "", summary })).toBe(english);
    expect(sayEdit(spanish, { label: english, summary })).toBe(translated);
  });

  test("a date is the reader's, on the screen", () => {
    const summary: EditSummary = { kind: "roll-over", orders: 2, toDate: "2026-06-11" };
    expect(labelOfEdit(summary)).toBe("Roll over 2 orders to 2026-06-11");
    expect(sayEdit(spanish, { label: "", summary })).toBe(`Pasar 2 pedidos al ${spanish.format.date("2026-06-11")}`);
  });

  test("an edit from before there were summaries is told as it was written down", () => {
    expect(sayEdit(spanish, { label: "Move 12 stops 7→9", summary: null })).toBe("Move 12 stops 7→9");
    expect(sayEdit(spanish, null)).toBe("");
  });
});
