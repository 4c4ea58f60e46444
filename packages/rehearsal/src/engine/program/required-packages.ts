import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The version of a provider's package that the program has installed, for resources and functions that do not say
 * which version they want; empty where it cannot be told.
 */
export function installedVersion(programDirectory: string, packageName: string): string {
  try {
    const manifest: unknown = createRequire(join(programDirectory, "package.json"))(
      `@pulumi/${packageName}/package.json`,
    );
    const { version, pulumi } = manifest as { version?: string; pulumi?: { version?: string } };
    return (pulumi?.version ?? version ?? "").replace(/^v/, "");
  } catch {
    return "";
  }
}
