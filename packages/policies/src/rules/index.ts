import type { Rule } from "../rule";
import * as aiAccount from "./ai-account";
import * as contentFilter from "./content-filter";
import * as modelDeployment from "./model-deployment";
import * as preview from "./preview";
import * as secrets from "./secrets";
import * as tags from "./tags";

/** Every rule of the library, ordered by id. */
export const rules: readonly Rule[] = [aiAccount, contentFilter, modelDeployment, preview, secrets, tags]
  .flatMap((folder): Rule[] => Object.values(folder))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export { aiAccount, contentFilter, modelDeployment, preview, secrets, tags };
