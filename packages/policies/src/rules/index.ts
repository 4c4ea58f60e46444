import type { Rule } from "../rule";
import * as aiAccount from "./ai-account";
import * as alerts from "./alerts";
import * as applicationInsights from "./application-insights";
import * as containerApps from "./container-apps";
import * as contentFilter from "./content-filter";
import * as data from "./data";
import * as defender from "./defender";
import * as exemptions from "./exemptions";
import { uncoveredTypes } from "./exemptions/uncovered-types";
import * as gateway from "./gateway";
import * as keyVault from "./key-vault";
import * as leaks from "./leaks";
import * as mlCompute from "./ml-compute";
import * as mlEndpoint from "./ml-endpoint";
import * as mlWorkspace from "./ml-workspace";
import * as modelDeployment from "./model-deployment";
import * as preview from "./preview";
import * as promotion from "./promotion";
import * as regions from "./regions";
import * as roles from "./roles";
import * as search from "./search";
import * as secrets from "./secrets";
import * as tags from "./tags";

const judging: readonly Rule[] = [
  aiAccount,
  alerts,
  applicationInsights,
  containerApps,
  contentFilter,
  data,
  defender,
  exemptions,
  gateway,
  keyVault,
  leaks,
  mlCompute,
  mlEndpoint,
  mlWorkspace,
  modelDeployment,
  preview,
  promotion,
  regions,
  roles,
  search,
  secrets,
  tags,
].flatMap((folder): Rule[] => Object.values(folder));

/** Every rule of the library, ordered by id. */
export const rules: readonly Rule[] = [...judging, uncoveredTypes(judging)].sort((a, b) => (a.id < b.id ? -1 : 1));

export {
  aiAccount,
  alerts,
  applicationInsights,
  containerApps,
  contentFilter,
  data,
  defender,
  exemptions,
  gateway,
  keyVault,
  leaks,
  mlCompute,
  mlEndpoint,
  mlWorkspace,
  modelDeployment,
  preview,
  promotion,
  regions,
  roles,
  search,
  secrets,
  tags,
};
