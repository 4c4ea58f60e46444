import { secretOwners } from "@ringfence/core/secret-owners";
import { code, table } from "./markdown.mts";
import type { Page } from "./page.mts";

/** The kinds of owner in the page on rotation. */
export function secretOwnersRegion(): Page {
  return {
    path: "docs/rotation.md",
    region: "secret-owners",
    text: table(
      ["`ownerType`", "What it is", "`owner`", "Slots", "Published", "Tried before it is published"],
      secretOwners.map(({ type, title, identifiedBy, slots, publishes, tried, showsKeys, otherwise }) => [
        code(type),
        otherwise === undefined ? title : `${title}; needs ${otherwise}`,
        identifiedBy,
        slots.map(code).join(", "),
        showsKeys ? publishes : `${publishes}, which is shown once`,
        tried,
      ]),
    ),
  };
}
