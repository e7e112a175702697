import { z } from "zod";
import { drayAnswerSchema } from "./dray-answer-schema";
import { drayProblemSchema } from "./dray-problem-schema";

/** The JSON Schema of a dray file as one writes it, with what may be left out. */
export function problemJsonSchema(): object {
  return z.toJSONSchema(drayProblemSchema, { io: "input", unrepresentable: "any" });
}

/** The JSON Schema of the answer to one. */
export function answerJsonSchema(): object {
  return z.toJSONSchema(drayAnswerSchema, { io: "output", unrepresentable: "any" });
}
