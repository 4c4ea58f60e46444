import { type ExampleBag, type Examples, nameOf, resource } from "./example";
import { account } from "./surroundings";

const operational = {
  service: "claims-assistant",
  owner: "claims-platform@contoso.example",
  dataSensitivity: "confidential",
  environment: "prod",
  costCenter: "4711",
  businessCriticality: "high",
};

const { costCenter: _, ...incomplete } = operational;

const group = (tags: ExampleBag) => resource("resources:ResourceGroup", "claims-group", { tags });

const inside = (tags: ExampleBag) => account({ resourceGroupName: nameOf("claims-group"), tags });

export const tags: Examples = {
  "required-tags": {
    bad: [account({ tags: incomplete })],
    good: [account({ tags: operational })],
  },
  "resource-group-required-tags": {
    bad: [group(incomplete)],
    good: [group(operational)],
  },
  "required-tags-not-empty": {
    bad: [account({ tags: { ...operational, costCenter: "" } })],
    good: [account({ tags: operational })],
  },
  "operational-tag-values": {
    bad: [account({ tags: { ...operational, dataSensitivity: "secret" } })],
    good: [account({ tags: operational })],
  },
  "tags-as-resource-group": {
    bad: [group(operational), inside({ ...operational, costCenter: "0815" })],
    good: [group(operational), inside(operational)],
  },
};
