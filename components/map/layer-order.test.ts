import fc from "fast-check";
import { expect, test } from "vitest";
import { isOwnId, LAYER_ORDER, type LayerId, layerAbove } from "./layer-order";

test("whatever order layers are mounted in, the same ones end up on top", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...LAYER_ORDER]), (mounted) => {
      const present = ["background", "road", "label"];
      for (const id of mounted) {
        const above = layerAbove(present, id);
        present.splice(above === undefined ? present.length : present.indexOf(above), 0, id);
      }
      const expected = LAYER_ORDER.filter((id) => mounted.includes(id));
      expect(present).toEqual(["background", "road", "label", ...expected]);
    }),
  );
});

test("every layer of Dray's is told from the basemap's by its name", () => {
  expect(LAYER_ORDER.every(isOwnId)).toBe(true);
  expect(isOwnId("road")).toBe(false);
  expect(new Set<LayerId>(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
});
