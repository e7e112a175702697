import { PbfWriter } from "pbf";

/** A command of a tile's geometry: its number, and how often it is done. */
export const command = (id: 1 | 2 | 7, count: number) => (count << 3) | id;
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

/** A line from one corner of its tile to the other. */
export const ACROSS = [command(1, 1), 0, 0, command(2, 1), zigzag(4096), zigzag(4096)];

/** A vector tile (version 2) in the OpenMapTiles schema with one road of this geometry; `tagsLength` lies about its tags. */
export function roadTile(geometry: readonly number[] = ACROSS, { tagsLength = 2 } = {}): Uint8Array {
  const tile = new PbfWriter();
  tile.writeMessage(
    3,
    (_, layer) => {
      layer.writeStringField(1, "transportation");
      layer.writeMessage(
        2,
        (__, feature) => {
          feature.writeVarint((2 << 3) | 2);
          feature.writeVarint(tagsLength);
          feature.writeVarint(0);
          feature.writeVarint(0);
          feature.writeVarintField(3, 2);
          feature.writePackedVarint(4, [...geometry]);
        },
        null,
      );
      layer.writeStringField(3, "class");
      layer.writeMessage(4, (__, value) => value.writeStringField(1, "primary"), null);
      layer.writeVarintField(5, 4096);
      layer.writeVarintField(15, 2);
    },
    null,
  );
  return tile.finish();
}
