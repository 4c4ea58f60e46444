import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isObject, type Properties, type Value } from "./value";

/** Reads the properties of a request; what is null counts as not given, as the real providers read it. */
export function fromStruct(struct: Struct | undefined): Properties {
  if (struct === undefined) return {};
  return withoutNulls(struct.toJavaScript() as Properties) as Properties;
}

/** Writes the properties of a response. */
export function toStruct(properties: Properties): Struct {
  return Struct.fromJavaScript(withoutNulls(properties) as { [key: string]: JavaScriptValue });
}

function withoutNulls(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
