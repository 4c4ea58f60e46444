import { azureComponents } from "./azure-components.mts";
import { code, table } from "./markdown.mts";
import type { Page } from "./page.mts";

/** The component table in the README: what each is for, from its own documentation comment, and what it must be told. */
export function componentsRegion(): Page {
  return {
    path: "README.md",
    region: "components",
    text: table(
      ["Component", "What it is", "Needs"],
      azureComponents().map(({ name, comment, required }) => [
        `[${name}](packages/azure/README.md#${name.toLowerCase()})`,
        comment.split(/(?<=\.) /)[0] ?? "",
        required.map(code).join(", "),
      ]),
    ),
  };
}
