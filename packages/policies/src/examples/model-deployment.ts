import { filter, shields } from "./content-filter";
import { type ExampleBag, type Examples, nameOf } from "./example";
import { account, deployment, gpt } from "./surroundings";

const chat = (properties: ExampleBag, args: ExampleBag = {}) => deployment("chat", { model: gpt, ...properties }, args);
const sku = (name: string, args: ExampleBag = {}) => chat({}, { sku: { name, capacity: 50 }, ...args });
const provisioned = (properties: ExampleBag = {}) =>
  chat(properties, { sku: { name: "DataZoneProvisionedManaged", capacity: 50 } });
const overflow = deployment("chat-overflow", { model: gpt });
const filtered = { raiPolicyName: nameOf("guarded") };

export const modelDeployment: Examples = {
  "deployment-allowed-models": {
    bad: [chat({ model: { format: "OpenAI", name: "gpt-4", version: "0613" } })],
    good: [chat({})],
  },
  "deployment-allowed-publishers": {
    bad: [chat({ model: { format: "DeepSeek", name: "DeepSeek-R1", version: "1" } })],
    good: [chat({})],
  },
  "deployment-content-filter": {
    bad: [chat({ raiPolicyName: "Microsoft.DefaultV2" })],
    good: [chat({ raiPolicyName: "guarded" })],
  },
  "deployment-content-filter-resolves": {
    bad: [chat({ raiPolicyName: "gaurded" }), filter({ contentFilters: shields })],
    good: [chat(filtered), filter({ contentFilters: shields })],
  },
  "deployment-content-filter-shields": {
    bad: [chat(filtered), filter({ contentFilters: shields.slice(0, 1) })],
    good: [chat(filtered), filter({ contentFilters: shields })],
  },
  "deployment-data-residency": {
    bad: [sku("GlobalStandard", { tags: { dataSensitivity: "confidential" } })],
    good: [sku("DataZoneStandard", { tags: { dataSensitivity: "confidential" } })],
  },
  "deployment-global-capacity": {
    bad: [sku("Standard", { tags: { dataSensitivity: "internal" } })],
    good: [sku("GlobalStandard", { tags: { dataSensitivity: "internal" } })],
  },
  "deployment-processing-region": {
    bad: [
      account({ tags: { dataSensitivity: "restricted" } }),
      sku("DataZoneStandard", { accountName: nameOf("claims") }),
    ],
    good: [account({ tags: { dataSensitivity: "restricted" } }), sku("Standard", { accountName: nameOf("claims") })],
  },
  "provisioned-deployment-twin": {
    bad: [provisioned()],
    good: [provisioned(), overflow],
  },
  "deployment-pinned-version": {
    bad: [chat({ model: { format: "OpenAI", name: "gpt-5.4" } })],
    good: [chat({ versionUpgradeOption: "NoAutoUpgrade" })],
  },
  "provisioned-throughput-in-prod-only": {
    bad: [provisioned()],
    good: [sku("DataZoneStandard")],
    ring: "dev",
  },
  "model-not-near-retirement": {
    bad: [chat({ model: { format: "OpenAI", name: "gpt-4o", version: "2024-05-13" } })],
    good: [chat({})],
  },
  "spillover-target-exists": {
    bad: [provisioned({ spilloverDeploymentName: "chat-overflow" })],
    good: [provisioned({ spilloverDeploymentName: "chat-overflow" }), overflow],
  },
  "provisioned-deployment-spills-over": {
    bad: [provisioned()],
    good: [provisioned({ spilloverDeploymentName: "chat-overflow" })],
  },
};
