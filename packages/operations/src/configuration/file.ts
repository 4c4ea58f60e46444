import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { ConfigurationRefused } from "./configuration-refused";
import type { ConfigurationSources } from "./read";

/**
 * A file of settings, YAML or JSON, which is YAML too.
 * @throws ConfigurationRefused if it cannot be read or is no map of settings
 */
export function configurationFile(path: string): ConfigurationSources["file"] {
  const document = parseDocument(textOf(path), { uniqueKeys: true });
  if (document.errors.length > 0)
    throw new ConfigurationRefused(document.errors.map(({ message }) => ({ path, problem: firstLine(message) })));
  const content: unknown = document.toJS();
  if (content === null || content === undefined) return { path, content: {} };
  if (typeof content !== "object" || Array.isArray(content))
    throw new ConfigurationRefused([{ path, problem: "not a map of settings, as `ring: prod` is one" }]);
  return { path, content: content as Readonly<Record<string, unknown>> };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigurationRefused([
      { path, problem: code === "ENOENT" ? "no such file; --config names a file of settings" : message },
    ]);
  }
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
