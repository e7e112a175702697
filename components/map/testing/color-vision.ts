import type { LinearRgb } from "./ciede2000";

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** Machado, Oliveira and Fernandes (2009), severity 1.0; they act on linear-light sRGB. */
export const COLOR_VISIONS: Record<"normal" | "protan" | "deutan" | "tritan", Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as that vision sees it, clamped to what a screen can show. */
export function seenAs(rgb: LinearRgb, matrix: Matrix): LinearRgb {
  const row = (weights: LinearRgb) =>
    Math.min(1, Math.max(0, weights[0] * rgb[0] + weights[1] * rgb[1] + weights[2] * rgb[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}
