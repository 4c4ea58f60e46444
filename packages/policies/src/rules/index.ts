import type { Rule } from "../rule";
import * as preview from "./preview";
import * as secrets from "./secrets";
import * as tags from "./tags";

/** Every rule of the library, ordered by id. */
export const rules: readonly Rule[] = [preview, secrets, tags]
  .flatMap((folder): Rule[] => Object.values(folder))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export { preview, secrets, tags };
