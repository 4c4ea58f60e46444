import { aiAccount } from "./ai-account";
import { alerts } from "./alerts";
import { applicationInsights } from "./application-insights";
import { containerApps } from "./container-apps";
import { contentFilter } from "./content-filter";
import { data } from "./data";
import type { Examples } from "./example";
import { gateway } from "./gateway";
import { governance } from "./governance";
import { keyVault } from "./key-vault";
import { leaks } from "./leaks";
import { mlCompute } from "./ml-compute";
import { mlEndpoint } from "./ml-endpoint";
import { mlWorkspace } from "./ml-workspace";
import { modelDeployment } from "./model-deployment";
import { preview } from "./preview";
import { promotion } from "./promotion";
import { roles } from "./roles";
import { search } from "./search";
import { secrets } from "./secrets";
import { tags } from "./tags";

/** An example of each rule, by the rule's id. */
export const examples: Examples = {
  ...aiAccount,
  ...alerts,
  ...applicationInsights,
  ...containerApps,
  ...contentFilter,
  ...data,
  ...gateway,
  ...governance,
  ...keyVault,
  ...leaks,
  ...mlCompute,
  ...mlEndpoint,
  ...mlWorkspace,
  ...modelDeployment,
  ...preview,
  ...promotion,
  ...roles,
  ...search,
  ...secrets,
  ...tags,
};

export {
  EXAMPLES_JUDGED_AT,
  type Example,
  type ExampleBag,
  type ExampleResource,
  type ExampleValue,
  Moment,
  Reference,
  tokenOf,
} from "./example";
export { typescriptOf } from "./typescript";
