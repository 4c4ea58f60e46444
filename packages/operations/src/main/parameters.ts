import { InvalidArgumentError } from "commander";

/** `name=value`, repeated: the parameters of an action. */
export function parameter(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("A parameter is a name, an equals sign and a value.");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
