import type { Location } from "sarif";
import type { SourcePosition } from "../../document";

/** The base of all files: the root of the repository. Readers know it by this name. */
export const ROOT = "%SRCROOT%";

/** What stands for a program where the declaring line is not known; a reader such as GitHub shows no result without a file. */
const PROJECT_FILE = "Pulumi.yaml";

/** A resource, or the stack as a whole, with the file that declares it. */
export interface Located {
  stack: string;
  urn?: string;
  name?: string;
  source?: SourcePosition;
}

/** Where a result is: the line that declares the resource, and the resource itself by its URN. */
export function locationOf({ stack, urn, name, source }: Located, folder: string | undefined): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source?.file ?? PROJECT_FILE, folder), uriBaseId: ROOT },
      region: source ? { startLine: source.line, startColumn: source.column } : { startLine: 1 },
    },
    logicalLocations: [
      urn === undefined
        ? { name: stack, fullyQualifiedName: stack, kind: "stack" }
        : { name: name ?? urn, fullyQualifiedName: urn, kind: "resource" },
    ],
  };
}

function uriOf(file: string, folder: string | undefined): string {
  const path = [...(folder ?? "").split("/"), ...file.split("/")].filter((part) => part !== "" && part !== ".");
  return path.map(encodeURIComponent).join("/");
}
