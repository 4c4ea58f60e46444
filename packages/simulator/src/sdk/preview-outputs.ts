import { isObject, isSecret, isUnknown, type Properties, UNKNOWN, type Value } from "../values";
import { responseType, type Shape, type Shapes } from "./table";

/**
 * What azure-native knows of a resource's outputs before it exists: what the inputs say, at any depth, and unknown for
 * everything else that a response has.
 */
export function previewOutputs(module: string, shapes: Shapes, inputs: Properties): Properties {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const given = inputs[name];
      return [name, given === undefined ? UNKNOWN : previewValue(module, shape, given)];
    }),
  );
}

function previewValue(module: string, shape: Shape, given: Value): Value {
  if (isUnknown(given) || isSecret(given)) return given;
  if (Array.isArray(given) && shape.startsWith("[")) {
    return given.map((item) => previewValue(module, shape.slice(1), item));
  }
  if (Array.isArray(given) && shape.startsWith("{")) return UNKNOWN;
  if (isObject(given) && shape.startsWith("@")) {
    const type = responseType(module, shape);
    return type === undefined ? given : previewOutputs(type.module, type.shapes, given);
  }
  return given;
}
