import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Value, ValueMap } from "./wire";

type JavaScript = Parameters<typeof Struct.fromJavaScript>[0];

/** A protobuf struct of property values. */
export function toStruct(map: ValueMap): Struct {
  return Struct.fromJavaScript(map as JavaScript);
}

/** The property values in a protobuf struct; an absent struct is an empty map. */
export function fromStruct(struct: Pick<Struct, "toJavaScript"> | undefined): ValueMap {
  return (struct?.toJavaScript() ?? {}) as Record<string, Value>;
}
