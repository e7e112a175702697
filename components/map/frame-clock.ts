import type { Map as MapLibreMap } from "maplibre-gl";

const LOOK_EVERY_MILLISECONDS = 12;
/** How much the newest frame counts against those before it. */
const SHARE_OF_NEWEST = 0.5;

/**
 * What a frame of the map takes until it is really drawn, in milliseconds. The script that asks for a frame is long done by
 * then, so a mark is set behind its commands and looked for.
 */
export class FrameClock {
  milliseconds = 0;
  private isLooking = false;

  constructor(map: MapLibreMap) {
    const gl = map.getCanvas().getContext("webgl2");
    if (gl) map.on("render", () => this.watch(gl));
  }

  private watch(gl: WebGL2RenderingContext): void {
    if (this.isLooking || gl.isContextLost()) return;
    const mark = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!mark) return;
    gl.flush();
    this.isLooking = true;
    const startedAt = performance.now();
    const look = () => {
      if (gl.isContextLost()) return;
      if (gl.getSyncParameter(mark, gl.SYNC_STATUS) !== gl.SIGNALED) {
        setTimeout(look, LOOK_EVERY_MILLISECONDS);
        return;
      }
      gl.deleteSync(mark);
      this.isLooking = false;
      const took = performance.now() - startedAt;
      this.milliseconds += (took - this.milliseconds) * SHARE_OF_NEWEST;
    };
    setTimeout(look, 0);
  }
}
