import type { Rule } from "../rule";
import * as aiAccount from "./ai-account";
import * as contentFilter from "./content-filter";
import * as mlCompute from "./ml-compute";
import * as mlEndpoint from "./ml-endpoint";
import * as mlWorkspace from "./ml-workspace";
import * as modelDeployment from "./model-deployment";
import * as preview from "./preview";
import * as search from "./search";
import * as secrets from "./secrets";
import * as tags from "./tags";

/** Every rule of the library, ordered by id. */
export const rules: readonly Rule[] = [
  aiAccount,
  contentFilter,
  mlCompute,
  mlEndpoint,
  mlWorkspace,
  modelDeployment,
  preview,
  search,
  secrets,
  tags,
]
  .flatMap((folder): Rule[] => Object.values(folder))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export {
  aiAccount,
  contentFilter,
  mlCompute,
  mlEndpoint,
  mlWorkspace,
  modelDeployment,
  preview,
  search,
  secrets,
  tags,
};
